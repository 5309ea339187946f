/**
 * Who works when. {@link dev.baton.roster.Roster} says without looking anything up when somebody's work ends; {@link
 * dev.baton.roster.RosterClock} writes it where assignment reads it, and makes the shifts that patterns promise.
 */
package dev.baton.roster;
