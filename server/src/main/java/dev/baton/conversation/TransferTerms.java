package dev.baton.conversation;

import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;

/**
 * How a conversation is given to somebody else, decided when it is given or, where the other agent is asked first, when
 * they are asked.
 *
 * @param by who gives it
 * @param group in which it goes on
 * @param policyVersion under which it goes on
 * @param reason a code of the transfer catalogue; staff only, like the note
 * @param handOver at the end of a shift; not a bounce, and an agent who does not answer has accepted
 */
public record TransferTerms(
        AgentId by, GroupId group, int policyVersion, String reason, String note, boolean handOver) {}
