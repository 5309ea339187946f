package dev.baton.staffing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.conversation.policy.Fault;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.GroupId;
import dev.baton.platform.Json;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The published versions of policies. Conversations go on under the version that they started with; new ones take the latest
 * of their group, or of the company.
 */
@ApplicationScoped
public class Policies {

    private final Jdbi jdbi;
    private final PolicyStore store;
    private final GroupStore groups;
    private final Event<CatalogueChanged> changed;

    Policies(Jdbi jdbi, PolicyStore store, GroupStore groups, Event<CatalogueChanged> changed) {
        this.jdbi = jdbi;
        this.store = store;
        this.groups = groups;
        this.changed = changed;
    }

    /** @param version 0 while nobody published any: the built-in defaults */
    @Schema(name = "PublishedPolicy")
    public record Published(int version, Policy body) {}

    /** What everybody has until somebody publishes. */
    public static final Published BUILT_IN = new Published(0, Policy.DEFAULT);

    /**
     * The latest version for a group; the company's where the group has none of its own.
     *
     * @param group null for the company's default
     */
    public Published latest(GroupId group) {
        return jdbi.withHandle(handle -> {
            demandGroup(handle, group);
            return store.latest(handle, group)
                    .or(() -> group == null ? Optional.empty() : store.latest(handle, null))
                    .orElse(BUILT_IN);
        });
    }

    /**
     * Checks a policy and makes it the latest version.
     *
     * @param body the parts that differ from the built-in defaults, or all of them
     */
    public Published publish(GroupId group, JsonNode body, AgentId author) {
        Policy policy = PolicyReader.read(body);
        List<Fault> faults = policy.faults();
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults.getFirst().field(), faults.getFirst().rule());
        }
        int version = jdbi.inTransaction(handle -> {
            demandGroup(handle, group);
            return store.insert(handle, group, Json.write(policy), author);
        });
        changed.fire(new CatalogueChanged());
        return new Published(version, policy);
    }

    private void demandGroup(Handle handle, GroupId group) {
        if (group != null && !groups.exists(handle, group)) {
            throw Refused.notFound();
        }
    }
}
