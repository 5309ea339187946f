/**
 * Who serves what: groups and the categories that lead to them, agents and what they say about taking work, reasons and
 * policies.
 *
 * <p>Doorways: {@link dev.baton.staffing.Agents}, {@link dev.baton.staffing.Groups}, {@link dev.baton.staffing.Reasons},
 * {@link dev.baton.staffing.Policies}.
 */
package dev.baton.staffing;
