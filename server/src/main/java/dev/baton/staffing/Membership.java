package dev.baton.staffing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.identity.GroupId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an agent is in a group.
 *
 * @param proficiency how well they know its questions, 1 to 5
 * @param ceiling slots of their capacity that its conversations may take; null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"group", "proficiency"})
public record Membership(GroupId group, Integer proficiency, Integer ceiling) {}
