/**
 * Conversations as each side sees them.
 *
 * <p>{@link dev.baton.conversation.view.StaffView} and {@link dev.baton.conversation.view.CustomerView} are all that anybody
 * ever sees; {@link dev.baton.conversation.view.Rendering} makes them from the facts, {@link
 * dev.baton.conversation.view.Allowed} asks the lifecycle what is possible. {@link
 * dev.baton.conversation.view.ConversationViews} is the doorway for whoever answers a request.
 */
package dev.baton.conversation.view;
