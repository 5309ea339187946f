/**
 * The roster as a file that other programs read and write. {@link dev.baton.roster.files.RosterFiles} takes all of one or
 * nothing.
 */
package dev.baton.roster.files;
