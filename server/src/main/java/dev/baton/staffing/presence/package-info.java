/**
 * Who is there, as supervisors see and set it. {@link dev.baton.staffing.presence.TeamEndpoint} is for them; {@link
 * dev.baton.staffing.presence.IdleAgents} is the clock of those who have left their screens on.
 */
package dev.baton.staffing.presence;
