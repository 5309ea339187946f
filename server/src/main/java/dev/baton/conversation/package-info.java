/**
 * What a conversation is and what may happen to it; pure.
 *
 * <p>{@link dev.baton.conversation.Lifecycle} answers every {@link dev.baton.conversation.Command} in each of the six
 * {@link dev.baton.conversation.State}s: with {@link dev.baton.conversation.Event}s, or with the {@link
 * dev.baton.conversation.Refusal} that tells why nothing happens. A {@link dev.baton.conversation.Conversation} is the
 * fold of its {@link dev.baton.conversation.Entry entries}, and its clocks follow from it and from the {@link
 * dev.baton.conversation.Policy} of its group; nothing is ever cancelled. What a decision needs to know beside that is
 * looked up before and handed in as a {@link dev.baton.conversation.Situation}.
 *
 * <p>Nothing here reads a clock, a database or chance, so everything can be tried out: {@code ExplorationTest} visits
 * every conversation that can come to be. The whole of it, readable by people, is {@code docs/lifecycle.md}. On disk it
 * is {@link dev.baton.conversation.log}, on screens {@link dev.baton.conversation.feed}, as a table and a picture {@link
 * dev.baton.conversation.table}.
 */
package dev.baton.conversation;
