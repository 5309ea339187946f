package dev.baton.conversation.log;

import java.util.List;
import java.util.UUID;

/**
 * What somebody wants to say.
 *
 * @param clientId made once per user action by the author's client and kept until acknowledged
 * @param attachments ids of files that the author has uploaded
 */
public record Words(UUID clientId, String body, List<UUID> attachments) {}
