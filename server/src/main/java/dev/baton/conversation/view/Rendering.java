package dev.baton.conversation.view;

import dev.baton.conversation.Clock;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.Deadline;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Lifecycle;
import dev.baton.conversation.State;
import dev.baton.conversation.TransferTerms;
import dev.baton.conversation.log.Ack;
import dev.baton.conversation.log.Cursors;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.view.CustomerView.Named;
import dev.baton.conversation.view.Pages.AckView;
import dev.baton.conversation.view.StaffView.LastWords;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Permissions;
import dev.baton.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Makes views from facts. */
@ApplicationScoped
public class Rendering {

    private static final Set<Clock> CUSTOMERS_CLOCKS = Set.of(Clock.CONFIRMATION_TIMEOUT, Clock.SYSTEM_END);

    private final Faces faces;
    private final EntryRendering lines;

    Rendering(Faces faces) {
        this.faces = faces;
        this.lines = new EntryRendering(faces);
    }

    /** Looks these customers up together, where they are not known, before each of them is shown. */
    public void meet(Collection<CustomerId> customers) {
        faces.meet(customers);
    }

    public StaffView forStaff(Facts facts, Viewer.Staff viewer, Instant now) {
        return forStaff(facts, Allowed.staff(facts.conversation(), facts.policy(), standing(viewer), now));
    }

    private static StaffView.TransferOffer transferOffer(TransferTerms terms) {
        return terms == null
                ? null
                : new StaffView.TransferOffer(
                        terms.by(), terms.group(), terms.reason(), terms.note(), terms.handOver());
    }

    public static Allowed.Standing standing(Viewer.Staff viewer) {
        return new Allowed.Standing(viewer.id(), Permissions.maySupervise(viewer), viewer.groups());
    }

    public StaffView forStaff(Facts facts, List<StaffAction> may) {
        var c = facts.conversation();
        return new StaffView(
                c.id(),
                c.site(),
                "web",
                faces.customer(c.customer()),
                c.group(),
                c.category(),
                c.state(),
                c.silent(),
                c.parked(),
                c.parkedUntil(),
                c.unattended(),
                c.overflowed(),
                c.queueAlarmed(),
                c.offeredTo(),
                transferOffer(c.transferOffer()),
                c.agent(),
                c.lastAgent(),
                c.priority(),
                c.openedAt(),
                c.waitingSince(),
                c.queuedSince(),
                c.stateSince(),
                c.unansweredSince(),
                c.owedSince(),
                c.assignedAt(),
                c.quietSince(),
                clocks(c, facts.policy()),
                c.nudged(),
                c.alarms(),
                c.reminders(),
                c.round(),
                c.unresolvedCount(),
                c.endReason(),
                c.endedAt(),
                rating(c),
                c.follows(),
                c.policyVersion(),
                c.seq(),
                c.publicSeq(),
                last(c),
                CursorsView.of(facts.cursors()),
                isUnreadByStaff(c, facts.cursors()),
                facts.position(),
                may);
    }

    public CustomerView forCustomer(Facts facts, String language, Instant now) {
        var c = facts.conversation();
        return new CustomerView(
                c.id(),
                c.state(),
                c.parked(),
                c.parkedUntil(),
                new Named(c.group().value(), faces.group(c.group(), language)),
                c.category() == null ? null : new Named(c.category().value(), faces.category(c.category(), language)),
                c.agent() == null ? null : new Named(c.agent().value(), faces.agent(c.agent())),
                c.openedAt(),
                c.stateSince(),
                facts.position(),
                customersClocks(c, facts.policy()),
                c.round(),
                c.endedAt(),
                EntryRendering.reasonForCustomer(c.endReason()),
                rating(c),
                c.follows(),
                c.publicSeq(),
                CursorsView.of(facts.cursors()),
                isUnreadByCustomer(c, facts.cursors()),
                Allowed.customer(c, facts.policy(), now));
    }

    public List<EntryView> entriesForStaff(List<Entry> entries, Conversation conversation, Policy policy) {
        String language = faces.customer(conversation.customer()).language();
        return entries.stream()
                .map(entry -> lines.forStaff(entry, policy, language))
                .toList();
    }

    public List<EntryView> entriesForCustomer(List<Entry> entries, Policy policy, String language) {
        return entries.stream()
                .filter(entry -> entry.publicSeq() > 0)
                .map(entry -> lines.forCustomer(entry, policy, language))
                .toList();
    }

    /** An answer to the author; customers do not learn staff's numbers. */
    public static AckView ack(Ack ack, Viewer viewer) {
        boolean staff = Permissions.maySeeStaffSide(viewer);
        return new AckView(
                ack.clientId(),
                ack.conversation(),
                staff ? ack.seq() : null,
                ack.publicSeq() == 0 ? null : ack.publicSeq(),
                ack.at(),
                ack.duplicate() ? true : null);
    }

    public static boolean isUnreadByStaff(Conversation conversation, Cursors cursors) {
        return conversation.lastCustomerSeq() > cursors.staffRead();
    }

    /** Something of ours is newer than what the customer has read. */
    public static boolean isUnreadByCustomer(Conversation conversation, Cursors cursors) {
        return conversation.publicSeq() > cursors.customerRead()
                && conversation.lastCustomerSeq() != conversation.publicSeq();
    }

    private static RatingView rating(Conversation c) {
        return c.ratingScore() == null ? null : new RatingView(c.ratingScore(), c.ratingComment(), c.round());
    }

    private static LastWords last(Conversation c) {
        return c.lastWordsAt() == null
                ? null
                : new LastWords(c.lastWordsAt(), c.lastWordsBy(), "message", c.lastWords());
    }

    private static List<ClockView> clocks(Conversation c, Policy policy) {
        return sorted(Lifecycle.deadlines(c, policy), windows(c, policy));
    }

    private static List<ClockView> customersClocks(Conversation c, Policy policy) {
        return sorted(
                Lifecycle.deadlines(c, policy).stream()
                        .filter(deadline -> CUSTOMERS_CLOCKS.contains(deadline.clock()))
                        .toList(),
                windows(c, policy));
    }

    /** How long the customer may still return to this conversation, and rate it. */
    private static List<Deadline> windows(Conversation c, Policy policy) {
        if (c.state() != State.ENDED && c.state() != State.SYSTEM_ENDED) {
            return List.of();
        }
        var windows = new ArrayList<Deadline>(2);
        windows.add(new Deadline(
                Clock.REOPEN_WINDOW, c.endedAt().plusSeconds(policy.returning().sameConversationSeconds())));
        if (policy.rating().asked()) {
            windows.add(new Deadline(
                    Clock.RATING_WINDOW, c.endedAt().plusSeconds(policy.rating().windowSeconds())));
        }
        return windows;
    }

    private static List<ClockView> sorted(List<Deadline> armed, List<Deadline> windows) {
        var all = new ArrayList<ClockView>(armed.size() + windows.size());
        armed.forEach(each -> all.add(new ClockView(each.clock(), each.due())));
        windows.forEach(each -> all.add(new ClockView(each.clock(), each.due())));
        all.sort(Comparator.comparing(ClockView::due));
        return all;
    }
}
