package dev.baton.staffing;

import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import java.util.Map;

/**
 * A question that customers choose from the menu, and the group that it leads to.
 *
 * @param names by language, {@code zh} and {@code en}, at least one
 * @param position its place in the menu, smallest first
 */
public record Category(CategoryId id, Map<String, String> names, GroupId group, boolean enabled, int position) {}
