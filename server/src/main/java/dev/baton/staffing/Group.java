package dev.baton.staffing;

import dev.baton.identity.GroupId;
import java.util.Map;
import java.util.UUID;

/**
 * A skill group.
 *
 * @param names by language, {@code zh} and {@code en}, at least one
 * @param enabled whether new conversations may come to it
 * @param position its place in lists, smallest first
 * @param calendar of its business hours; null for always open
 */
public record Group(GroupId id, Map<String, String> names, boolean enabled, int position, UUID calendar) {}
