/**
 * What is due, is handed up. Deadlines lie in the rows of those who own them; {@link
 * dev.baton.clocks.Clockwork} only looks, by the database's clock, and never decides.
 */
package dev.baton.clocks;
