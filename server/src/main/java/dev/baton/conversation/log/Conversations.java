package dev.baton.conversation.log;

import dev.baton.conversation.Actor;
import dev.baton.conversation.Clock;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Deadline;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.Refusal;
import dev.baton.conversation.log.Submission.Result;
import dev.baton.conversation.policy.Policy;
import dev.baton.hours.Calendars;
import dev.baton.identity.AgentId;
import dev.baton.identity.CatalogueChanged;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.platform.GroupCommit;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The doorway: every command and every look at a conversation goes through here, and through the viewer
 * who asks. What a viewer may not see is not found.
 */
@ApplicationScoped
public class Conversations {

    /** Longer than lock_timeout and statement_timeout together: whoever waits learns the true outcome. */
    private static final long ANSWER_SECONDS = 15;

    private final Jdbi jdbi;
    private final PolicyStore policies;
    private final CatalogueStore catalogue;
    private final CursorStore cursors;
    private final ListingStore listings;
    private final CommitStore store;
    private final GroupCommit<Submission, Result> commits;

    @Inject
    Conversations(Jdbi jdbi, Settings settings, Calendars calendars, Event<Committed> committed) {
        this(
                jdbi,
                calendars,
                committed::fire,
                settings.get(Settings.COMMIT_LANES),
                settings.get(Settings.COMMIT_BATCH),
                settings.get(Settings.COMMIT_WAITING));
    }

    /** Without a container: for tests that open several doors to one database. */
    Conversations(Jdbi jdbi, Calendars calendars, Consumer<Committed> committed, int lanes, int batch, int waiting) {
        this.jdbi = jdbi;
        policies = new PolicyStore(jdbi);
        catalogue = new CatalogueStore(jdbi);
        cursors = new CursorStore(jdbi);
        listings = new ListingStore(jdbi);
        store = new CommitStore(jdbi, policies, calendars, committed);
        commits = new GroupCommit<>("commit", lanes, batch, waiting, store);
    }

    void close(@Observes ShutdownEvent stopping) {
        close();
    }

    void close() {
        commits.close();
    }

    void forget(@Observes CatalogueChanged changed) {
        catalogue.forget();
    }

    // --- words

    /**
     * Words for the other side, first in first out per conversation; returns at once.
     *
     * @return completes after the commit; fails with {@link Refused}
     */
    public CompletableFuture<Ack> say(Viewer viewer, ConversationId id, Words words) {
        var say = new Command.Say(actor(viewer), words.body(), List.copyOf(words.attachments()));
        var stored = submit(id, new Submission.ToExisting(viewer, id, say, words.clientId()));
        if (!(viewer instanceof Viewer.Customer customer)) {
            return stored.thenApply(Result::ack);
        }
        return stored.thenApply(Result::ack)
                .exceptionallyCompose(failure -> isElsewhereNow(failure)
                        ? startAfter(customer, id, say, words.clientId())
                        : CompletableFuture.failedFuture(cause(failure)));
    }

    /** Words for staff only; otherwise like {@link #say}. */
    public CompletableFuture<Ack> note(Viewer.Staff viewer, ConversationId id, UUID clientId, String body) {
        var note = new Command.Note(actor(viewer), body);
        return submit(id, new Submission.ToExisting(viewer, id, note, clientId)).thenApply(Result::ack);
    }

    /** A customer never loses words to an end: too late for the old conversation, they start the next. */
    private CompletableFuture<Ack> startAfter(
            Viewer.Customer viewer, ConversationId over, Command.Say say, UUID clientId) {
        var old = find(viewer, over);
        var group = catalogue.isEnabled(old.group())
                ? old.group()
                : catalogue.firstGroup().orElse(old.group());
        return submit(
                        viewer.id(),
                        new Submission.Starting(
                                viewer,
                                new ConversationId(Ids.next()),
                                old.site(),
                                old.slots(),
                                viewer.id(),
                                group,
                                old.category(),
                                catalogue.newestPolicy(group),
                                say,
                                clientId,
                                over))
                .thenApply(Result::ack);
    }

    // --- commands

    /**
     * Starts a conversation, or says the words in the one that is open already.
     *
     * @throws Refused {@code invalid} for an unknown category
     */
    public Started start(Viewer.Customer viewer, Start start) {
        var group = groupFor(start.category());
        var say = start.hasWords()
                ? new Command.Say(
                        actor(viewer), start.body() == null ? "" : start.body(), List.copyOf(start.attachments()))
                : null;
        var result = await(submit(
                viewer.id(),
                new Submission.Starting(
                        viewer,
                        new ConversationId(Ids.next()),
                        viewer.site(),
                        catalogue.slots(viewer.site()),
                        viewer.id(),
                        group,
                        start.category(),
                        catalogue.newestPolicy(group),
                        say,
                        start.clientId(),
                        null)));
        return new Started(result.conversation(), result.entries(), result.ack(), result.created());
    }

    private GroupId groupFor(CategoryId category) {
        return category == null
                ? catalogue.firstGroup().orElseThrow(() -> new Refused(503, "no_group"))
                : catalogue.groupOf(category).orElseThrow(() -> Refused.invalid("category", "exists"));
    }

    /**
     * Any command but words; its actor comes from {@link #actor}.
     *
     * @return the conversation as committed
     * @throws Refused not_found, or the lifecycle's refusal; nothing has changed then
     */
    public Conversation give(Viewer viewer, ConversationId id, Command command) {
        return await(giveLater(viewer, id, command));
    }

    /** Like {@link #give}, for many at once. */
    public CompletableFuture<Conversation> giveLater(Viewer viewer, ConversationId id, Command command) {
        return submit(id, new Submission.ToExisting(viewer, id, command, null)).thenApply(Result::conversation);
    }

    /** Like {@link #giveLater}, and committed after whatever was given before in the same order. */
    public CompletableFuture<Conversation> giveInOrder(
            Object order, Viewer viewer, ConversationId id, Command command) {
        return submit(order, new Submission.ToExisting(viewer, id, command, null))
                .thenApply(Result::conversation);
    }

    public Conversation changeCategory(Viewer viewer, ConversationId id, CategoryId category) {
        var group = groupFor(category);
        return give(
                viewer, id, new Command.ChangeCategory(actor(viewer), category, group, catalogue.newestPolicy(group)));
    }

    /**
     * To the line of a group.
     *
     * @throws Refused as {@link #give}; {@code invalid} when there is no such group, or it is disabled
     */
    public Conversation transfer(Viewer.Staff viewer, ConversationId id, GroupId group, Command.Transfer transfer) {
        demandEnabled(group);
        return give(
                viewer, id, new Command.TransferToGroup(actor(viewer), group, catalogue.newestPolicy(group), transfer));
    }

    /**
     * To an agent, who is asked first where the policy says so.
     *
     * @param group of which the agent is a member, and in which it goes on; null for the one in which it is
     * @throws Refused as {@link #give}; {@code invalid} when there is no such group, or it is disabled
     */
    public Conversation transfer(
            Viewer.Staff viewer, ConversationId id, AgentId agent, GroupId group, Command.Transfer transfer) {
        var now = find(viewer, id);
        boolean stays = group == null || group.equals(now.group());
        if (!stays) {
            demandEnabled(group);
        }
        return give(
                viewer,
                id,
                new Command.TransferToAgent(
                        actor(viewer),
                        agent,
                        stays ? now.group() : group,
                        stays ? now.policyVersion() : catalogue.newestPolicy(group),
                        transfer));
    }

    private void demandEnabled(GroupId group) {
        if (!catalogue.isEnabled(group)) {
            throw Refused.invalid("group", "exists");
        }
    }

    /** Tells what was committed while the database was lost, if it is back. */
    void settle() {
        store.settle();
    }

    /** Fires the earliest clock of a conversation if it is due; a clock that moved on does nothing. Never throws. */
    CompletableFuture<Conversation> fire(Conversation seen) {
        try {
            return clocks(seen).stream()
                    .findFirst()
                    .map(first -> giveLater(MACHINE, seen.id(), new Command.Fire(first.clock())))
                    // Written by a server for which there was one.
                    .orElseGet(() -> CompletableFuture.failedFuture(Refusals.of(Refusal.CLOCK_MOVED_ON, seen)));
        } catch (RuntimeException unreadable) {
            return CompletableFuture.failedFuture(unreadable);
        }
    }

    // --- looking

    public Conversation find(Viewer viewer, ConversationId id) {
        return jdbi.withHandle(handle -> ConversationStore.find(handle, id))
                .filter(conversation -> Permissions.maySee(viewer, facts(conversation)))
                .orElseThrow(Refused::notFound);
    }

    /** Ascending; numbers are seq for staff and public_seq for customers, who see public entries only. */
    public List<Entry> entriesAfter(Viewer viewer, ConversationId id, long after, int limit) {
        find(viewer, id);
        return jdbi.withHandle(handle -> EntryStore.after(handle, id, isPublicOnly(viewer), after, limit));
    }

    /** Ascending, the last ones before that number. */
    public List<Entry> entriesBefore(Viewer viewer, ConversationId id, long before, int limit) {
        find(viewer, id);
        return jdbi.withHandle(handle -> EntryStore.before(handle, id, isPublicOnly(viewer), before, limit));
    }

    public List<Conversation> list(Viewer viewer, Listing listing) {
        return listings.list(viewer, listing);
    }

    List<Conversation> due(Collection<Clock> held, int limit) {
        return listings.due(held, limit);
    }

    /** The waiting line of a group: 1 is next. */
    public Map<ConversationId, Integer> positions(GroupId group) {
        var line = listings.line(group);
        var positions = new HashMap<ConversationId, Integer>(line.size() * 2);
        for (int i = 0; i < line.size(); i++) {
            positions.put(line.get(i), i + 1);
        }
        return positions;
    }

    /** Published versions never change; the result may be kept. */
    public Policy policy(int version) {
        return policies.of(version);
    }

    /** The policy that a conversation started now in this group would run under. */
    public Policy newestPolicy(GroupId group) {
        return policies.of(catalogue.newestPolicy(group));
    }

    public List<Deadline> clocks(Conversation conversation) {
        return Lifecycle.deadlines(conversation, policies.of(conversation.policyVersion()));
    }

    // --- how far each side has read

    public Cursors cursors(ConversationId id) {
        return cursors.of(List.of(id)).getOrDefault(id, Cursors.NONE);
    }

    public Map<ConversationId, Cursors> cursors(Collection<ConversationId> ids) {
        return cursors.of(ids);
    }

    /** Only the two sides have cursors: the customer, and the agent who is responsible now. */
    public void moveCursor(Viewer viewer, ConversationId id, long delivered, long read) {
        var conversation = find(viewer, id);
        switch (viewer) {
            case Viewer.Customer customer -> cursors.move(id, "customer", delivered, read);
            case Viewer.Staff staff
            when staff.id().equals(conversation.agent()) -> cursors.move(id, "staff", delivered, read);
            case Viewer.Staff staff -> {}
            case Viewer.Machine machine -> {}
        }
    }

    // --- who

    public static final Viewer MACHINE = new Viewer.Machine("baton");

    /** The actor that a viewer's commands bear. */
    public static Actor actor(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Customer customer -> new Actor.Customer(customer.id());
            case Viewer.Staff staff -> new Actor.Agent(staff.id(), Permissions.maySupervise(staff));
            case Viewer.Machine machine -> Actor.SYSTEM;
        };
    }

    public static Permissions.Facts facts(Conversation conversation) {
        return new Permissions.Facts(conversation.customer(), conversation.servingGroups(), conversation.agent());
    }

    private static boolean isPublicOnly(Viewer viewer) {
        return !Permissions.maySeeStaffSide(viewer);
    }

    // --- plumbing of futures

    private CompletableFuture<Result> submit(Object key, Submission submission) {
        return commits.submit(key, submission);
    }

    /** The words belong into another conversation: the open one, or a new one. */
    private static boolean isElsewhereNow(Throwable failure) {
        return cause(failure) instanceof Refused refused
                && (refused.code().equals(Refusal.WINDOW_OVER.code())
                        || refused.code().equals(Refusal.ANOTHER_OPEN.code()));
    }

    private static Throwable cause(Throwable failure) {
        var inner = failure instanceof CompletionException || failure instanceof ExecutionException
                ? failure.getCause()
                : failure;
        return inner instanceof GroupCommit.Overloaded ? Refusals.overloaded() : inner;
    }

    /** Waits for an answer of this doorway, and throws what it failed with. */
    public static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw cause(e) instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw Refusals.overloaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.overloaded();
        }
    }
}
