/**
 * Who is told what of a conversation, and when.
 *
 * <p>{@link dev.baton.conversation.feed.ConversationFeed} hears what has been committed and tells those who follow it or have
 * it in their list: the one place that decides who sees what. {@link dev.baton.conversation.feed.ConversationDesk} answers
 * what sockets ask, {@link dev.baton.conversation.feed.ConversationEndpoint} what the workbench asks over HTTP. Old view plus
 * what was told is the fresh view: a test says so for every command.
 */
package dev.baton.conversation.feed;
