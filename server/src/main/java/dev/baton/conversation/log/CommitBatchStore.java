package dev.baton.conversation.log;

import dev.baton.conversation.Actor;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Decision;
import dev.baton.conversation.Decision.Happening;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.Situation;
import dev.baton.conversation.State;
import dev.baton.conversation.log.EntryStore.Key;
import dev.baton.conversation.log.Submission.Result;
import dev.baton.conversation.log.Submission.Starting;
import dev.baton.conversation.log.Submission.ToExisting;
import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.platform.GroupCommit.Outcome;
import dev.baton.platform.Refused;
import dev.baton.platform.database.RoundTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The steps of one transaction: lock conversations, then agents; read the clock and the duplicates;
 * decide each command on what its predecessors left; write everything with a few statements.
 */
final class CommitBatchStore {

    private final Handle handle;
    private final PolicyStore policies;
    private final AdmissionStore admissions;
    private final Tellings.Turn telling;

    private final Map<ConversationId, Conversation> before = new LinkedHashMap<>();
    private final Map<ConversationId, Conversation> current = new LinkedHashMap<>();
    private final Map<CustomerId, ConversationId> openOf = new HashMap<>();
    private final LoadLedger loads = new LoadLedger();
    private final Map<Key, Entry> known = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<ConversationId, List<UUID>> attachments = new LinkedHashMap<>();
    private Instant now;

    CommitBatchStore(Handle handle, PolicyStore policies, AdmissionStore admissions, Tellings.Turn telling) {
        this.handle = handle;
        this.policies = policies;
        this.admissions = admissions;
        this.telling = telling;
    }

    /** What each is to be answered once {@link #write} has been called and everything is committed. */
    List<Outcome<Result>> decide(List<Submission> submissions) {
        lockConversations(submissions);
        lockAgents(submissions);
        return submissions.stream().map(this::outcome).toList();
    }

    /** What is to be added to the logs. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    // --- looking up, in lock order

    /** Locks, and reads the clock and the duplicates behind the locks. */
    private void lockConversations(List<Submission> submissions) {
        var ids = new TreeSet<ConversationId>();
        var keys = new ArrayList<Key>();
        var starting = new ArrayList<Starting>();
        for (var submission : submissions) {
            switch (submission) {
                case ToExisting existing -> {
                    ids.add(existing.conversation());
                    if (existing.clientId() != null) {
                        var author = EntryStore.id(Conversations.actor(existing.viewer()));
                        keys.add(new Key(existing.conversation(), author, existing.clientId()));
                    }
                }
                case Starting start -> starting.add(start);
            }
        }
        if (!starting.isEmpty()) {
            lookForEarlierStarts(starting);
            ids.addAll(openOf.values());
            // The same words may come by another way while we wait for the lock.
            starting.stream()
                    .filter(start -> openOf.containsKey(start.customer()))
                    .forEach(start -> keys.add(new Key(
                            openOf.get(start.customer()), start.customer().value(), start.clientId())));
        }
        var trip = new RoundTrip();
        if (!ids.isEmpty()) {
            ConversationStore.lock(trip, ids, locked -> before.put(locked.id(), locked));
        }
        EntryStore.known(trip, keys, clock -> now = clock, this::remember);
        trip.run(handle);
        current.putAll(before);
        lookElsewhere(submissions);
    }

    private void lookForEarlierStarts(List<Starting> starting) {
        var customers = starting.stream().map(Starting::customer).toList();
        var trip = new RoundTrip();
        ConversationStore.openOf(trip, customers, openOf::put);
        EntryStore.ofCustomers(
                trip, customers, starting.stream().map(Starting::clientId).toList(), this::remember);
        trip.run(handle);
    }

    /** Words to a conversation that is over reopen it, unless the customer has another one by now, or they went there already. */
    private void lookElsewhere(List<Submission> submissions) {
        var customers = new ArrayList<CustomerId>();
        var clientIds = new ArrayList<UUID>();
        for (var submission : submissions) {
            if (submission instanceof ToExisting existing && existing.viewer() instanceof Viewer.Customer) {
                var conversation = before.get(existing.conversation());
                if (conversation != null && !conversation.state().isOpen() && existing.clientId() != null) {
                    customers.add(conversation.customer());
                    clientIds.add(existing.clientId());
                }
            }
        }
        if (!customers.isEmpty()) {
            var trip = new RoundTrip();
            ConversationStore.openOf(trip, customers, openOf::putIfAbsent);
            EntryStore.ofCustomers(trip, customers, clientIds, this::remember);
            trip.run(handle);
        }
    }

    private void lockAgents(List<Submission> submissions) {
        var consulted = new TreeSet<AgentId>();
        for (var submission : submissions) {
            switch (submission) {
                case ToExisting existing -> consult(consulted, existing.conversation(), existing.command());
                case Starting starting
                when starting.say() != null -> consult(consulted, openOf.get(starting.customer()), starting.say());
                case Starting starting -> {}
            }
        }
        loads.locked(AgentLoadStore.lock(handle, consulted));
    }

    private void consult(TreeSet<AgentId> consulted, ConversationId id, Command command) {
        var conversation = id == null ? null : before.get(id);
        if (conversation == null) {
            return;
        }
        consulted.addAll(Lifecycle.consults(conversation, command));
        if (!(command instanceof Command.Worded)) {
            // What follows in the same batch may need them, whatever this command leaves behind.
            Stream.of(conversation.agent(), conversation.lastAgent(), conversation.offeredTo())
                    .filter(Objects::nonNull)
                    .forEach(consulted::add);
        }
    }

    private void remember(Entry entry) {
        if (entry.clientId() != null) {
            known.put(new Key(entry.conversation(), EntryStore.id(entry.by()), entry.clientId()), entry);
        }
    }

    // --- deciding

    private Outcome<Result> outcome(Submission submission) {
        try {
            return switch (submission) {
                case ToExisting existing -> toExisting(existing);
                case Starting starting -> starting(starting);
            };
        } catch (Refused refused) {
            return Outcome.refused(refused);
        }
    }

    private Outcome<Result> toExisting(ToExisting existing) {
        var conversation = current.get(existing.conversation());
        if (conversation == null || !Permissions.maySee(existing.viewer(), Conversations.facts(conversation))) {
            throw Refused.notFound();
        }
        var elsewhere = conversation.state().isOpen()
                ? Optional.<Entry>empty()
                : earlier(conversation.customer(), existing.clientId());
        return elsewhere
                .filter(entry -> !entry.conversation().equals(conversation.id()))
                .map(entry -> repeated(entry, existing.command()))
                .orElseGet(() -> give(conversation, existing.command(), existing.clientId()));
    }

    /** What this customer has said under this id, in whatever conversation. */
    private Optional<Entry> earlier(CustomerId customer, UUID clientId) {
        return known.values().stream()
                .filter(entry -> entry.clientId().equals(clientId))
                .filter(entry -> customer.value().equals(EntryStore.id(entry.by())))
                .findFirst();
    }

    private Outcome<Result> give(Conversation conversation, Command command, UUID clientId) {
        var duplicate = duplicateOf(conversation.id(), command, clientId);
        if (duplicate != null) {
            return again(conversation, duplicate);
        }
        if (command instanceof Command.Say say && !say.attachments().isEmpty()) {
            AttachmentStore.require(handle, conversation.id(), say);
        }
        var at = after(conversation);
        var situation = new Situation(
                at,
                policies.of(conversation.policyVersion()),
                policies::of,
                loads.agents(),
                hasAnotherOpen(conversation));
        return switch (Lifecycle.decide(conversation, command, situation)) {
            case Decision.Refused(var refusal) -> throw Refusals.of(refusal, conversation);
            case Decision.Accepted(var happenings) -> accept(conversation, at, happenings, command, clientId);
        };
    }

    /**
     * What is stored already is told again: where the answer to a commit was lost, or another process has made it, our screens
     * have not heard of it. Those that have ignore it.
     */
    private Outcome<Result> again(Conversation conversation, Entry duplicate) {
        var told = new Committed(
                conversation, conversation, List.of(duplicate), policies.of(conversation.policyVersion()));
        return Outcome.of(Result.asItWas(conversation, Ack.of(duplicate, true)), telling.after(told));
    }

    /** Now, unless the database's clock was set back: time does not run backwards in a log. */
    private Instant after(Conversation conversation) {
        return conversation.lastAt().isAfter(now) ? conversation.lastAt() : now;
    }

    private boolean hasAnotherOpen(Conversation conversation) {
        var open = openOf.get(conversation.customer());
        return open != null && !open.equals(conversation.id());
    }

    /** Before any look at the state: a retry of stored words gets the original answer. */
    private Entry duplicateOf(ConversationId conversation, Command command, UUID clientId) {
        if (clientId == null || !(command instanceof Command.Worded words)) {
            return null;
        }
        var stored = known.get(new Key(conversation, EntryStore.id(words.by()), clientId));
        if (stored != null && !stored.event().equals(words.event())) {
            throw Refusals.idempotencyConflict();
        }
        return stored;
    }

    private Outcome<Result> accept(
            Conversation conversation, Instant at, List<Happening> happenings, Command command, UUID clientId) {
        var after = conversation;
        var added = new ArrayList<Entry>();
        Entry words = null;
        for (var happening : happenings) {
            boolean isWords = happening.event() instanceof Event.Worded;
            var entry = Entry.next(after, at, happening, isWords ? clientId : null);
            after = Lifecycle.evolve(after, entry);
            added.add(entry);
            if (isWords) {
                words = entry;
            }
        }
        if (!conversation.state().isOpen()) {
            after = comesToTheLine(after, at, added);
        }
        if (command instanceof Command.Say say) {
            attach(conversation.id(), say.attachments());
        }
        record(conversation, after, added);
        return outcome(conversation, after, added, words == null ? null : Ack.of(words, false));
    }

    /** A customer who returns has said something: it is kept, whoever is there. */
    private Conversation comesToTheLine(Conversation back, Instant at, List<Entry> added) {
        return back.state() == State.QUEUED
                ? AdmissionStore.park(
                        back, admissions.obstacle(back.group(), policies.of(back.policyVersion()), at), at, added)
                : back;
    }

    private Outcome<Result> outcome(Conversation from, Conversation after, List<Entry> added, Ack ack) {
        var told = new Committed(from, after, List.copyOf(added), policies.of(after.policyVersion()));
        return Outcome.of(new Result(after, told.entries(), ack, from == null), telling.after(told));
    }

    private void record(Conversation from, Conversation after, List<Entry> added) {
        current.put(after.id(), after);
        entries.addAll(added);
        added.forEach(this::remember);
        loads.move(from, after);
    }

    private void attach(ConversationId conversation, List<UUID> files) {
        if (!files.isEmpty()) {
            attachments.computeIfAbsent(conversation, id -> new ArrayList<>()).addAll(files);
        }
    }

    private Outcome<Result> starting(Starting starting) {
        var earlier = earlier(starting.customer(), starting.clientId());
        if (earlier.isPresent()) {
            return repeated(starting, earlier.get());
        }
        var open = current.get(openOf.get(starting.customer()));
        if (open != null && open.state().isOpen()) {
            return starting.say() == null
                    ? Outcome.of(Result.asItWas(open, null), null)
                    : give(open, starting.say(), starting.clientId());
        }
        var fresh = Conversation.unstarted(starting.id(), starting.site(), starting.customer());
        return begin(fresh, starting);
    }

    private Outcome<Result> repeated(Starting starting, Entry entry) {
        return starting.say() == null
                ? Outcome.of(Result.asItWas(conversationOf(entry), null), null)
                : repeated(entry, starting.say());
    }

    private Outcome<Result> repeated(Entry entry, Command words) {
        return again(conversationOf(entry), duplicateOf(entry.conversation(), words, entry.clientId()));
    }

    private Conversation conversationOf(Entry entry) {
        var locked = current.get(entry.conversation());
        return locked != null
                ? locked
                : ConversationStore.find(handle, entry.conversation()).orElseThrow();
    }

    private Outcome<Result> begin(Conversation fresh, Starting starting) {
        var by = new Actor.Customer(starting.customer());
        var say = starting.say();
        if (say != null && !say.attachments().isEmpty()) {
            AttachmentStore.require(handle, fresh.id(), say);
        }
        var policy = policies.of(starting.policyVersion());
        var obstacle = admissions.obstacle(starting.group(), policy, now);
        if (obstacle != null && obstacle.refused() && starting.follows() == null) {
            throw obstacle.refusal();
        }
        var started = Entry.next(
                fresh, now, new Happening(by, starting.event(policy)), say == null ? starting.clientId() : null);
        var after = Lifecycle.evolve(fresh, started);
        var added = new ArrayList<>(List.of(started));
        Ack ack = null;
        if (say != null) {
            var said = Entry.next(after, now, new Happening(by, say.event()), starting.clientId());
            after = Lifecycle.evolve(after, said);
            added.add(said);
            ack = Ack.of(said, false);
            attach(fresh.id(), say.attachments());
        }
        after = AdmissionStore.park(after, obstacle, now, added);
        openOf.put(starting.customer(), after.id());
        record(null, after, added);
        return outcome(null, after, added, ack);
    }

    // --- writing

    /** May end the transaction as well. */
    void write() {
        if (entries.isEmpty()) {
            return;
        }
        var trip = new RoundTrip();
        var loadChanges = loads.changes();
        ConversationStore.change(trip, before, current.values(), policies);
        AgentLoadStore.change(trip, loadChanges, now);
        EntryStore.insert(trip, entries);
        attachments.forEach((id, files) -> AttachmentStore.attach(trip, id, files));
        AssignmentStore.change(trip, before, current.values());
        if (loadChanges.isEmpty()) {
            // Nothing here depends on how many rows changed: the conversations' are locked.
            trip.commit();
        }
        trip.run(handle);
    }
}
