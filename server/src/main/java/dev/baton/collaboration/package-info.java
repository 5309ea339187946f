/**
 * What staff work with beside the conversation itself: canned replies, files, what is known of a customer, and the catalogue
 * that a workbench loads once and keeps.
 */
package dev.baton.collaboration;
