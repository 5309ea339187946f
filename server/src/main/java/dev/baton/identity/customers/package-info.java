/**
 * Customers and the sites that they come from.
 *
 * <p>{@link dev.baton.identity.customers.Customers} decides who a visitor is: anonymous with a token, or somebody for whom a
 * site's signature vouches.
 */
package dev.baton.identity.customers;
