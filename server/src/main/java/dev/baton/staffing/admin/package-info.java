/**
 * What admins change: accounts, groups, categories, reasons and policies. Every endpoint asks {@link
 * dev.baton.identity.web.CurrentViewer#admin} first. Nothing is deleted; what is no longer wanted is disabled.
 */
package dev.baton.staffing.admin;
