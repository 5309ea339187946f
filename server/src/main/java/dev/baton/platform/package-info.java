/**
 * The ground under everything: the database and how it is started, settings, ids, JSON, and the shape of a refusal.
 *
 * <p>Nothing here knows what a conversation is. Start reading at {@link dev.baton.platform.Database}.
 */
package dev.baton.platform;
