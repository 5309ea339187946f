package dev.baton.files;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import java.util.UUID;

/**
 * A file as stored.
 *
 * @param customer who uploaded it, null when staff did
 * @param account who uploaded it, null when a customer did
 * @param conversation where it was sent, null until then
 */
public record FileRow(Attachment attachment, CustomerId customer, AgentId account, UUID conversation) {}
