package dev.baton.conversation.view;

import dev.baton.conversation.view.StaffView.CustomerFace;
import dev.baton.files.Attachment;
import dev.baton.files.FileId;
import dev.baton.files.Files;
import dev.baton.identity.AgentChanged;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.CategoryId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.GroupId;
import dev.baton.identity.customers.Customer;
import dev.baton.identity.customers.Customers;
import dev.baton.staffing.AgentProfile;
import dev.baton.staffing.Agents;
import dev.baton.staffing.Category;
import dev.baton.staffing.Group;
import dev.baton.staffing.Groups;
import dev.baton.staffing.Names;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Names behind ids, from memory: a message is shown without asking the database who wrote it. */
@ApplicationScoped
public class Faces {

    /** A customer may introduce themselves at any time; so long an old name may be shown. */
    private static final long CUSTOMER_NANOS = 30_000_000_000L;

    private static final int CUSTOMERS = 20_000;
    private static final int FILES = 10_000;

    private record Seen(CustomerFace face, long nanos) {}

    private final Agents agents;
    private final Groups groups;
    private final Customers customers;
    private final Files files;
    private final Jdbi jdbi;

    private final Remembered<Map<AgentId, String>> agentNames = new Remembered<>(this::readAgents);
    private final Remembered<Map<GroupId, Map<String, String>>> groupNames = new Remembered<>(this::readGroups);
    private final Remembered<Map<CategoryId, Map<String, String>>> categoryNames =
            new Remembered<>(this::readCategories);
    private final Map<CustomerId, Seen> seenCustomers = new ConcurrentHashMap<>();
    private final Map<UUID, Attachment> seenFiles = new ConcurrentHashMap<>();

    Faces(Agents agents, Groups groups, Customers customers, Files files, Jdbi jdbi) {
        this.agents = agents;
        this.groups = groups;
        this.customers = customers;
        this.files = files;
        this.jdbi = jdbi;
    }

    void forget(@Observes CatalogueChanged changed) {
        agentNames.forget();
        groupNames.forget();
        categoryNames.forget();
    }

    /** A colleague who is not known yet is new; the others' changes do not touch their names. */
    void look(@Observes AgentChanged changed) {
        Map<AgentId, String> known = agentNames.known();
        if (known != null && !known.containsKey(changed.agent())) {
            agentNames.forget();
        }
    }

    /** Null for nobody. */
    public String agent(AgentId id) {
        return id == null ? null : agentNames.get().get(id);
    }

    String group(GroupId id, String language) {
        return in(language, groupNames.get().get(id));
    }

    String category(CategoryId id, String language) {
        return in(language, categoryNames.get().get(id));
    }

    public CustomerFace customer(CustomerId id) {
        CustomerFace known = known(id);
        if (known != null) {
            return known;
        }
        meet(List.of(id));
        Seen seen = seenCustomers.get(id);
        return seen == null ? nobody(id) : seen.face;
    }

    /** Looks all of them up at once who are not known. */
    void meet(Collection<CustomerId> ids) {
        List<CustomerId> strangers =
                ids.stream().filter(id -> known(id) == null).toList();
        if (strangers.isEmpty()) {
            return;
        }
        if (seenCustomers.size() >= CUSTOMERS) {
            seenCustomers.clear();
        }
        long now = System.nanoTime();
        Map<CustomerId, CustomerFace> found = customers.find(strangers).stream()
                .collect(Collectors.toMap(
                        Customer::id,
                        each -> new CustomerFace(each.id(), each.name(), each.isIdentified(), each.language())));
        strangers.forEach(id -> seenCustomers.put(id, new Seen(found.getOrDefault(id, nobody(id)), now)));
    }

    private CustomerFace known(CustomerId id) {
        Seen seen = seenCustomers.get(id);
        return seen != null && System.nanoTime() - seen.nanos < CUSTOMER_NANOS ? seen.face : null;
    }

    private static CustomerFace nobody(CustomerId id) {
        return new CustomerFace(id, null, false, null);
    }

    /** In the order asked for; files that are gone are left out. */
    List<Attachment> attachments(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<FileId> unknown = ids.stream()
                .filter(id -> !seenFiles.containsKey(id))
                .map(FileId::new)
                .toList();
        Map<UUID, Attachment> found = new HashMap<>();
        if (!unknown.isEmpty()) {
            jdbi.withHandle(handle -> files.attachments(handle, unknown))
                    .forEach((id, file) -> found.put(id.value(), file));
            if (seenFiles.size() >= FILES) {
                seenFiles.clear();
            }
            seenFiles.putAll(found);
        }
        return ids.stream()
                .map(id -> found.getOrDefault(id, seenFiles.get(id)))
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<AgentId, String> readAgents() {
        return agents.all().stream().collect(Collectors.toMap(AgentProfile::id, AgentProfile::name));
    }

    private Map<GroupId, Map<String, String>> readGroups() {
        return groups.all().stream().collect(Collectors.toMap(Group::id, Group::names));
    }

    private Map<CategoryId, Map<String, String>> readCategories() {
        return groups.categories().stream().collect(Collectors.toMap(Category::id, Category::names));
    }

    private static String in(String language, Map<String, String> names) {
        return names == null ? null : Names.in(language, names);
    }
}
