package dev.baton.routing;

import dev.baton.conversation.Availability;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.policy.Policy;
import dev.baton.identity.AgentId;
import dev.baton.identity.GroupId;
import dev.baton.routing.Candidate.Seat;
import dev.baton.routing.Matchmaker.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A service floor on virtual time: customers come, wait, lose patience and are served by chance of known distributions; who
 * is given to whom is decided by the real {@link Matchmaker}, asked whenever something changes. Times are minutes.
 */
final class VirtualFloor {

    /** Where the decision comes from: the real one, or one with a known bug. */
    interface Matching {
        List<Match> match(
                Collection<Waiting> lines, Collection<Candidate> agents, Map<GroupId, Policy> policies, Instant now);
    }

    /**
     * Customers of one kind.
     *
     * @param rate arrivals a minute, Poisson
     * @param patience how long one waits at most
     * @param ahead by how many minutes they come before others who have waited as long
     * @param backupAfter when {@code backups} help; infinite for never
     */
    record Customers(
            GroupId group,
            double rate,
            ToDoubleFunction<SplittableRandom> patience,
            double ahead,
            double backupAfter,
            Set<GroupId> backups) {}

    /**
     * An agent, or several.
     *
     * @param totalRates conversations finished a minute with 1, 2, … of them; the capacity is their number
     * @param first whether they come before others who are as free
     */
    record Staff(int count, Set<GroupId> groups, double[] totalRates, boolean first) {}

    /** What became of one customer. */
    record Fate(int kind, double waited, boolean served) {}

    static ToDoubleFunction<SplittableRandom> exponential(double rate) {
        return chance -> -Math.log1p(-chance.nextDouble()) / rate;
    }

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    private static final double NANOS_A_MINUTE = 60e9;

    private enum What {
        ARRIVAL,
        PATIENCE,
        OVERFLOW,
        DEPARTURE
    }

    private record Happening(double at, long number, What what, int kind, Client client, Server server, int version) {}

    private static final class Client {
        final int kind;
        final double came;
        Waiting waiting;

        Client(int kind, double came) {
            this.kind = kind;
            this.came = came;
        }
    }

    private static final class Server {
        final Staff staff;
        final AgentId id;
        int level;
        int version;
        Candidate candidate;

        Server(Staff staff, AgentId id) {
            this.staff = staff;
            this.id = id;
        }
    }

    private final List<Customers> kinds;
    private final Matching matching;
    private final SplittableRandom chance;
    private final Map<GroupId, Policy> policies;
    private final Map<AgentId, Server> servers = new LinkedHashMap<>();
    private final Map<ConversationId, Client> line = new LinkedHashMap<>();
    private final PriorityQueue<Happening> coming =
            new PriorityQueue<>(Comparator.comparingDouble(Happening::at).thenComparingLong(Happening::number));
    private final List<Fate> fates = new ArrayList<>();
    private double now;
    private long number;

    VirtualFloor(List<Customers> kinds, List<Staff> staff, Matching matching, long seed) {
        this.kinds = kinds;
        this.matching = matching;
        chance = new SplittableRandom(seed);
        policies = kinds.stream()
                .map(Customers::group)
                .distinct()
                .collect(Collectors.toMap(group -> group, group -> Policy.DEFAULT));
        for (var some : staff) {
            for (int i = 0; i < some.count(); i++) {
                var server = new Server(some, new AgentId(new UUID(chance.nextLong(), chance.nextLong())));
                servers.put(server.id, server);
                level(server, 0);
            }
        }
    }

    /** The fates of so many customers, in the order in which they came, after as many as {@code warmUp} are forgotten. */
    List<Fate> run(int customers, int warmUp) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            nextArrival(kind);
        }
        while (fates.size() < customers + warmUp) {
            var next = coming.remove();
            now = next.at;
            switch (next.what) {
                case ARRIVAL -> arrive(next.kind);
                case PATIENCE -> leave(next.client);
                case OVERFLOW -> overflow(next.client);
                case DEPARTURE -> depart(next.server, next.version);
            }
        }
        return fates.subList(warmUp, fates.size());
    }

    private void arrive(int kind) {
        nextArrival(kind);
        var customers = kinds.get(kind);
        var client = new Client(kind, now);
        var id = new ConversationId(new UUID(0, number));
        client.waiting = new Waiting(
                id, customers.group(), Set.of(), at(now - customers.ahead()), at(now), 1, Map.of(), null, null);
        line.put(id, client);
        match();
        if (!line.containsKey(id)) {
            return;
        }
        double patience = customers.patience().applyAsDouble(chance);
        if (Double.isFinite(patience)) {
            later(patience, What.PATIENCE, kind, client, null);
        }
        if (Double.isFinite(customers.backupAfter())) {
            later(customers.backupAfter(), What.OVERFLOW, kind, client, null);
        }
    }

    private void leave(Client client) {
        if (line.remove(client.waiting.id()) != null) {
            fates.add(new Fate(client.kind, now - client.came, false));
        }
    }

    private void overflow(Client client) {
        var waiting = client.waiting;
        if (line.containsKey(waiting.id())) {
            client.waiting = new Waiting(
                    waiting.id(),
                    waiting.group(),
                    kinds.get(client.kind).backups(),
                    waiting.rankAt(),
                    waiting.queuedSince(),
                    1,
                    Map.of(),
                    null,
                    null);
            match();
        }
    }

    private void depart(Server server, int version) {
        if (server.version == version) {
            level(server, server.level - 1);
            match();
        }
    }

    private void match() {
        if (line.isEmpty()) {
            return;
        }
        var lines = line.values().stream().map(client -> client.waiting).toList();
        var agents = servers.values().stream().map(server -> server.candidate).toList();
        for (var match : matching.match(lines, agents, policies, at(now))) {
            var client = line.remove(match.conversation());
            var server = servers.get(match.agent());
            fates.add(new Fate(client.kind, now - client.came, true));
            level(server, server.level + 1);
        }
    }

    /** Times to the next end are without memory: a change of level draws a new one. */
    private void level(Server server, int level) {
        server.level = level;
        server.version++;
        var seats =
                server.staff.groups().stream().collect(Collectors.toMap(group -> group, group -> new Seat(1, null, 0)));
        var idleSince = server.staff.first() ? null : at(now);
        server.candidate = new Candidate(
                server.id,
                null,
                Availability.READY,
                OPENED,
                server.staff.totalRates().length,
                level,
                seats,
                idleSince,
                idleSince,
                null);
        if (level > 0) {
            double left = exponential(server.staff.totalRates()[level - 1]).applyAsDouble(chance);
            later(left, What.DEPARTURE, 0, null, server);
        }
    }

    private void nextArrival(int kind) {
        later(exponential(kinds.get(kind).rate()).applyAsDouble(chance), What.ARRIVAL, kind, null, null);
    }

    private void later(double minutes, What what, int kind, Client client, Server server) {
        int version = server == null ? 0 : server.version;
        coming.add(new Happening(now + minutes, number++, what, kind, client, server, version));
    }

    private static Instant at(double minutes) {
        return OPENED.plusNanos(Math.round(minutes * NANOS_A_MINUTE));
    }
}
