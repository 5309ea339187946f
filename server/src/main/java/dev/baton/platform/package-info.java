/**
 * The ground under everything: settings, ids, JSON, text, and the shape of a refusal.
 *
 * <p>Nothing here knows what a conversation is. To refuse a request throw {@link dev.baton.platform.Refused}; to add a
 * setting add a constant to {@link dev.baton.platform.Settings}. The database is one package further down.
 */
package dev.baton.platform;
