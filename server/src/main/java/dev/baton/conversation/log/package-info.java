/**
 * Conversations on disk: the doorway ({@link dev.baton.conversation.log.Conversations}), the group commit
 * behind it, and the stores that it reads and writes. Nothing in here decides; that is {@link
 * dev.baton.conversation.Lifecycle}'s.
 */
package dev.baton.conversation.log;
