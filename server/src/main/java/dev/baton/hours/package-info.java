/**
 * When groups are open: {@link dev.baton.hours.BusinessHours} answers for one calendar, {@link
 * dev.baton.hours.Calendars} knows which group follows which. A group without a calendar is always open.
 */
package dev.baton.hours;
