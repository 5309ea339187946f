package dev.baton.bench.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.bench.client.Json;
import dev.baton.bench.client.LiveSocketClient;
import dev.baton.bench.client.RestClient;
import dev.baton.bench.client.ServerFrame;
import dev.baton.bench.client.StaffClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * A group with a category and agents of its own, made through the admin API. Leaving disables them again: what has been used
 * cannot be deleted.
 */
public final class Company implements AutoCloseable {

    private static final int SIGNING_IN_AT_ONCE = 4;

    private final RestClient nobody;
    private final StaffClient admin;
    private final String site;
    private final String group;
    private final String category;
    private final List<StaffClient> agents = new ArrayList<>();
    private final List<StaffClient> everybody = new ArrayList<>();
    private final List<ObjectNode> accounts = new ArrayList<>();
    private final List<Department> departments = new ArrayList<>();

    /** One more group, by their ids. @param category leads to it */
    public record Department(String group, String category, ObjectNode names) {}

    /**
     * @param nobody asks the server that the company is made in
     * @param site the key of the site that customers come by
     * @throws dev.baton.bench.client.Refusal when the account may not administer
     */
    public Company(RestClient nobody, String email, String password, String site, String name) {
        this.nobody = nobody;
        this.site = site;
        admin = StaffClient.signIn(nobody, email, password);
        Department first = open(name);
        group = first.group();
        category = first.category();
    }

    /** Opens one more group with a category of its own. */
    public Department open(String name) {
        ObjectNode names = Json.object();
        String unique = name + " " + PackagedServer.secret().substring(0, 6);
        names.putObject("names").put("en", unique).put("zh", unique);
        String id = admin.rest().post("/admin/groups", names).path("id").asText();
        JsonNode menu = admin.rest().post("/admin/categories", names.deepCopy().put("group", id));
        Department opened = new Department(id, menu.path("id").asText(), names);
        departments.add(opened);
        return opened;
    }

    /** The first start of a packaged server makes this site and this account. */
    public static Company inPackaged(PackagedServer server, RestClient nobody) {
        return new Company(nobody, "admin@baton.example", server.demoPassword(), "demo", "Bench");
    }

    public StaffClient admin() {
        return admin;
    }

    public RestClient nobody() {
        return nobody;
    }

    public String site() {
        return site;
    }

    /** The id of the group that everything here belongs to. */
    public String group() {
        return group;
    }

    /** The id of the category that leads to this group. */
    public String category() {
        return category;
    }

    public List<StaffClient> agents() {
        return List.copyOf(agents);
    }

    /**
     * More agents, at their desks and ready.
     *
     * @param capacity of each
     * @param frames gets what the live line of an agent says about anything but words; must not block
     */
    public List<StaffClient> hire(
            int count, int capacity, LiveSocketClient sockets, BiConsumer<StaffClient, ServerFrame> frames) {
        List<List<String>> groups = Collections.nCopies(count, List.of(group));
        List<StaffClient> hired = hire(groups, capacity, sockets, frames);
        agents.addAll(hired);
        return hired;
    }

    /**
     * Agents for other groups; they do not count among {@link #agents}.
     *
     * @param groups of each of them
     */
    public List<StaffClient> hire(
            List<List<String>> groups,
            int capacity,
            LiveSocketClient sockets,
            BiConsumer<StaffClient, ServerFrame> frames) {
        List<CompletableFuture<StaffClient>> coming = new ArrayList<>();
        try (ExecutorService doors = Executors.newFixedThreadPool(SIGNING_IN_AT_ONCE)) {
            for (List<String> theirs : groups) {
                coming.add(CompletableFuture.supplyAsync(() -> newcomer(capacity, theirs), doors));
            }
        }
        List<StaffClient> hired = coming.stream().map(CompletableFuture::join).toList();
        for (StaffClient agent : hired) {
            agent.live(sockets, frame -> frames.accept(agent, frame)).arrived().join();
            agent.isReady();
        }
        everybody.addAll(hired);
        return hired;
    }

    private StaffClient newcomer(int capacity, List<String> groups) {
        String email = PackagedServer.secret() + "@bench.example";
        ObjectNode account = Json.object()
                .put("name", "Agent " + email.substring(0, 6))
                .put("email", email)
                .put("role", "agent")
                .put("advisor", false)
                .put("enabled", true)
                .put("capacity", capacity);
        groups.forEach(account.putArray("groups")::add);
        JsonNode created = admin.rest().post("/admin/accounts", account);
        String oneTime = created.path("password").asText();
        synchronized (accounts) {
            accounts.add(account.deepCopy()
                    .put("id", created.path("account").path("id").asText()));
        }
        StaffClient agent = StaffClient.signIn(nobody, email, oneTime);
        agent.changePassword(oneTime, PackagedServer.secret());
        return agent;
    }

    /** Goes home: nobody can sign in any more, and no customer can choose the category. */
    @Override
    public void close() {
        everybody.forEach(agent -> agent.live().close());
        for (ObjectNode account : accounts) {
            String id = account.remove("id").asText();
            admin.rest().put("/admin/accounts/" + id, account.put("enabled", false));
        }
        for (Department opened : departments) {
            ObjectNode closed = opened.names().deepCopy().put("enabled", false);
            admin.rest()
                    .put(
                            "/admin/categories/" + opened.category(),
                            closed.deepCopy().put("group", opened.group()));
            admin.rest().put("/admin/groups/" + opened.group(), closed);
        }
        admin.signOut();
    }
}
