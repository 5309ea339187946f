/**
 * The workflow as something to look at. {@link dev.baton.conversation.table.LifecycleTable} asks {@link
 * dev.baton.conversation.Lifecycle} what it answers to every command in every state and keeps the answers as rows;
 * the page {@code docs/lifecycle.md} and the chart on the screen are drawn from them. Nothing in here decides
 * anything, so nothing in here can disagree with the code.
 */
package dev.baton.conversation.table;
