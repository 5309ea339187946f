/**
 * Accounts of staff: passwords, sessions, and the patience that guessers need.
 *
 * <p>{@link dev.baton.identity.accounts.SignIns} lets people in and out, {@link dev.baton.identity.accounts.Accounts} is the
 * list of them.
 */
package dev.baton.identity.accounts;
