package dev.baton.conversation.view;

import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Entry;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.log.Listing;
import dev.baton.conversation.log.Started;
import dev.baton.conversation.view.Pages.CustomerSnapshot;
import dev.baton.conversation.view.Pages.EntriesPage;
import dev.baton.conversation.view.Pages.StaffSnapshot;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Views for those who ask. Everything goes through the viewer; what they may not see is not found. */
@ApplicationScoped
public class ConversationViews {

    /** How many of the last entries a snapshot has. */
    public static final int SNAPSHOT_ENTRIES = 50;

    /** How many conversations a customer's history shows. */
    private static final int HISTORY = 20;

    private final Conversations conversations;
    private final Rendering rendering;
    private final Recent recent;
    private final WaitingLines lines;
    private final DatabaseTime time;

    ConversationViews(
            Conversations conversations, Rendering rendering, Recent recent, WaitingLines lines, DatabaseTime time) {
        this.conversations = conversations;
        this.rendering = rendering;
        this.recent = recent;
        this.lines = lines;
        this.time = time;
    }

    public StaffView view(Viewer.Staff viewer, Conversation conversation) {
        return rendering.forStaff(facts(conversation), viewer, time.now());
    }

    public CustomerView view(Viewer.Customer viewer, Conversation conversation) {
        return rendering.forCustomer(facts(conversation), viewer.language(), time.now());
    }

    public List<StaffView> views(Viewer.Staff viewer, List<Conversation> listed) {
        Map<ConversationId, Cursors> cursors = cursorsOf(listed);
        Instant now = time.now();
        return listed.stream()
                .map(each -> rendering.forStaff(facts(each, cursors.get(each.id())), viewer, now))
                .toList();
    }

    public List<CustomerView> views(Viewer.Customer viewer, List<Conversation> listed) {
        Map<ConversationId, Cursors> cursors = cursorsOf(listed);
        Instant now = time.now();
        return listed.stream()
                .map(each -> rendering.forCustomer(facts(each, cursors.get(each.id())), viewer.language(), now))
                .toList();
    }

    /** A customer's own conversations, newest start first. */
    public List<CustomerView> history(Viewer.Customer viewer) {
        return views(viewer, conversations.list(viewer, Listing.ofCustomer(viewer.id(), HISTORY)));
    }

    public StaffSnapshot snapshot(Viewer.Staff viewer, Conversation conversation) {
        // The log only grows, so what came before the view's last number is exactly what the view is the fold of.
        List<Entry> entries =
                conversations.entriesBefore(viewer, conversation.id(), conversation.seq() + 1, SNAPSHOT_ENTRIES);
        return new StaffSnapshot(
                view(viewer, conversation), staffEntries(conversation, entries), startsAfter(entries, true, 1));
    }

    public CustomerSnapshot snapshot(Viewer.Customer viewer, Conversation conversation) {
        List<Entry> entries =
                conversations.entriesBefore(viewer, conversation.id(), conversation.publicSeq() + 1, SNAPSHOT_ENTRIES);
        return new CustomerSnapshot(
                view(viewer, conversation),
                customerEntries(viewer, conversation, entries),
                startsAfter(entries, false, 1),
                null);
    }

    /** What a customer sees of a conversation that they have just started: nothing of it needs to be read again. */
    public CustomerSnapshot started(Viewer.Customer viewer, Started started) {
        Conversation conversation = started.conversation();
        if (!started.created()) {
            return snapshot(viewer, conversation);
        }
        recent.saw(conversation.id(), Cursors.NONE);
        return new CustomerSnapshot(
                view(viewer, conversation), customerEntries(viewer, conversation, started.entries()), false, null);
    }

    /** Numbers are {@code seq} for staff and {@code public_seq} for customers. */
    public EntriesPage before(Viewer viewer, ConversationId id, long before, int limit) {
        Conversation conversation = conversations.find(viewer, id);
        List<Entry> entries = conversations.entriesBefore(viewer, id, before, limit);
        boolean staff = Permissions.maySeeStaffSide(viewer);
        return new EntriesPage(
                entries(viewer, conversation, entries),
                startsAfter(entries, staff, 1),
                before <= head(conversation, staff));
    }

    /** Numbers are {@code seq} for staff and {@code public_seq} for customers. */
    public EntriesPage after(Viewer viewer, ConversationId id, long after, int limit) {
        Conversation conversation = conversations.find(viewer, id);
        List<Entry> entries = conversations.entriesAfter(viewer, id, after, limit);
        boolean staff = Permissions.maySeeStaffSide(viewer);
        long last = entries.isEmpty() ? after : number(entries.getLast(), staff);
        return new EntriesPage(entries(viewer, conversation, entries), after > 0, last < head(conversation, staff));
    }

    public List<EntryView> entries(Viewer viewer, Conversation conversation, List<Entry> entries) {
        return switch (viewer) {
            case Viewer.Customer customer -> customerEntries(customer, conversation, entries);
            case Viewer.Staff _, Viewer.Machine _ -> staffEntries(conversation, entries);
        };
    }

    private List<EntryView> staffEntries(Conversation conversation, List<Entry> entries) {
        return rendering.entriesForStaff(entries, conversation, conversations.policy(conversation.policyVersion()));
    }

    private List<EntryView> customerEntries(Viewer.Customer viewer, Conversation conversation, List<Entry> entries) {
        return rendering.entriesForCustomer(
                entries, conversations.policy(conversation.policyVersion()), viewer.language());
    }

    /** The last number that this side counts. */
    public static long head(Conversation conversation, boolean staff) {
        return staff ? conversation.seq() : conversation.publicSeq();
    }

    /** The number of an entry as this side counts. */
    public static long number(Entry entry, boolean staff) {
        return staff ? entry.seq() : entry.publicSeq();
    }

    private static boolean startsAfter(List<Entry> entries, boolean staff, long first) {
        return !entries.isEmpty() && number(entries.getFirst(), staff) > first;
    }

    private Map<ConversationId, Cursors> cursorsOf(List<Conversation> listed) {
        return recent.cursors(listed.stream().map(Conversation::id).toList());
    }

    private Facts facts(Conversation conversation) {
        return facts(conversation, recent.cursors(conversation.id()));
    }

    private Facts facts(Conversation conversation, Cursors cursors) {
        return new Facts(
                conversation,
                conversations.policy(conversation.policyVersion()),
                cursors,
                lines.position(conversation));
    }
}
