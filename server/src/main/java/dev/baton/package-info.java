/** Baton: customers and agents carry one conversation. {@link dev.baton.Main} starts everything below it. */
package dev.baton;
