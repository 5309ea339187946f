/** What every HTTP request meets on its way in and out: ids in addresses, and refusals as problem+json. */
package dev.baton.platform.web;
