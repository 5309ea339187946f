/**
 * Who gets whom. {@link dev.baton.routing.Router} wakes up when something changes, {@link
 * dev.baton.routing.Matchmaker} decides without looking anything up, and every match goes through the one
 * door of conversations, where the guarded capacity has the last word.
 */
package dev.baton.routing;
