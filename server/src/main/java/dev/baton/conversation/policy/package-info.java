/**
 * Every number and choice that an enterprise may set for a group, one record for each part of the flow: {@link
 * dev.baton.conversation.policy.Policy} is the whole. A part knows its own contradictions; durations are seconds, a null
 * duration is "off". Pure.
 */
package dev.baton.conversation.policy;
