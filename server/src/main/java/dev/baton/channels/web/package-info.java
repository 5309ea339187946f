/**
 * The web channel: customers who write in a page of a site.
 */
package dev.baton.channels.web;
