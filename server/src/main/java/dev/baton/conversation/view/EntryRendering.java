package dev.baton.conversation.view;

import dev.baton.conversation.Actor;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.Why;
import dev.baton.conversation.policy.Policy;
import dev.baton.conversation.view.EntryView.Author;
import dev.baton.files.Attachment;
import dev.baton.identity.AgentId;
import dev.baton.identity.CategoryId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lines of the log as one side sees them. What is for staff only never gets into a customer's line. */
final class EntryRendering {

    private static final Set<String> PLAIN_REASONS = Set.of(
            "confirmed",
            "customer_ended",
            "customer_left",
            "agent_ended",
            "queue_timeout",
            "customer_gone",
            "customer_silent",
            "confirmation_timeout");

    private final Faces faces;

    EntryRendering(Faces faces) {
        this.faces = faces;
    }

    /** @param language of the customer, for texts that were shown to them */
    EntryView forStaff(Entry entry, Policy policy, String language) {
        return line(entry, entry.seq(), data(entry.event(), entry, policy, language, true));
    }

    /** @param language of the customer's session */
    EntryView forCustomer(Entry entry, Policy policy, String language) {
        return line(entry, null, data(entry.event(), entry, policy, language, false));
    }

    private EntryView line(Entry entry, Long seq, Map<String, Object> data) {
        return new EntryView(
                seq,
                entry.publicSeq() == 0 ? null : entry.publicSeq(),
                entry.at(),
                kind(entry.event()),
                author(entry.by()),
                body(entry.event()),
                attachments(entry.event()),
                data.isEmpty() ? null : data,
                entry.clientId());
    }

    private Author author(Actor by) {
        return switch (by) {
            case Actor.Customer(var id) ->
                new Author("customer", id.value(), faces.customer(id).name());
            case Actor.Agent agent -> new Author("agent", agent.id().value(), faces.agent(agent.id()));
            case Actor.System _ -> new Author("system", null, null);
        };
    }

    private static String body(Event event) {
        return event instanceof Event.Worded worded ? worded.body() : null;
    }

    private List<Attachment> attachments(Event event) {
        if (!(event instanceof Event.Said said) || said.attachments().isEmpty()) {
            return null;
        }
        return faces.attachments(said.attachments());
    }

    static String kind(Event event) {
        return switch (event) {
            case Event.Said _ -> "message";
            case Event.Noted _ -> "note";
            case Event.Started _ -> "started";
            case Event.Assigned _ -> "assigned";
            case Event.Offered _ -> "offered";
            case Event.OfferEnded _ -> "offer_ended";
            case Event.CategoryChanged _ -> "category_changed";
            case Event.Overflowed _ -> "overflowed";
            case Event.QueueAlarmed _ -> "queue_alarmed";
            case Event.Parked _ -> "parked";
            case Event.Unparked _ -> "unparked";
            case Event.PriorityChanged _ -> "priority_changed";
            case Event.TransferOffered _ -> "transfer_offered";
            case Event.Transferred _ -> "transferred";
            case Event.Requeued _ -> "requeued";
            case Event.Unattended _ -> "unattended";
            case Event.Nudged _ -> "nudged";
            case Event.ReplyAlarmed _ -> "reply_alarmed";
            case Event.Silenced _ -> "silenced";
            case Event.Reminded _ -> "reminded";
            case Event.AskedToEnd _ -> "asked_to_end";
            case Event.Withdrawn _ -> "withdrawn";
            case Event.Unresolved _ -> "unresolved";
            case Event.Ended _ -> "ended";
            case Event.Reopened _ -> "reopened";
            case Event.Rated _ -> "rated";
        };
    }

    private Map<String, Object> data(Event event, Entry entry, Policy policy, String language, boolean staff) {
        var data = new Data();
        switch (event) {
            case Event.Said _, Event.Noted _ -> {
                return Map.of();
            }
            case Event.Started started ->
                data.put("group", started.group())
                        .put("group_name", faces.group(started.group(), language))
                        .put("category", started.category())
                        .put("category_name", category(started.category(), language))
                        .put("follows", started.follows());
            case Event.Assigned assigned ->
                agent(data, assigned.agent())
                        .put("how", assigned.how().name().toLowerCase(Locale.ROOT))
                        .staff(staff, "by", by(entry))
                        .staff(staff, "why", explained(assigned.why()));
            case Event.Offered(var agent, var why) -> agent(data, agent).put("why", explained(why));
            case Event.OfferEnded(var agent, var why, var reason) ->
                agent(data, agent).put("why", why).put("reason", reason);
            case Event.CategoryChanged changed ->
                data.put("category", changed.category())
                        .put("category_name", category(changed.category(), language))
                        .put("group", changed.group())
                        .put("group_name", faces.group(changed.group(), language));
            case Event.Parked(var why, var until) -> data.put("why", why).put("until", until);
            case Event.PriorityChanged(var priority) -> data.put("priority", priority);
            case Event.TransferOffered offered -> transferOffered(data, offered, language);
            case Event.Transferred transferred -> transferred(data, transferred, language, staff);
            case Event.Requeued(var why, var excluded) ->
                data.staff(staff, "why", why).staff(staff, "excluded", excluded);
            case Event.Unattended(var why) -> data.put("why", why);
            case Event.ReplyAlarmed(var count) -> data.put("count", count);
            case Event.Reminded(var number) -> data.put("n", number).put("text", reminder(policy, number, language));
            case Event.AskedToEnd(var summary) -> data.put("summary", summary);
            case Event.Unresolved(var reason, var text) ->
                data.put("reason", reason).put("text", text);
            case Event.Ended(var state, var reason, var clock) ->
                data.put("state", state)
                        .put("reason", staff ? reason : reasonForCustomer(reason))
                        .put("by_clock", clock);
            case Event.Reopened reopened -> data.put("gap_seconds", reopened.gapSeconds());
            case Event.Rated(var score, var comment, var round) ->
                data.put("score", score).put("comment", comment).put("round", round);
            case Event.Overflowed _,
                    Event.QueueAlarmed _,
                    Event.Unparked _,
                    Event.Nudged _,
                    Event.Silenced _,
                    Event.Withdrawn _ -> {
                return Map.of();
            }
        }
        return data.values;
    }

    private void transferOffered(Data data, Event.TransferOffered offered, String language) {
        var terms = offered.terms();
        agent(data, offered.agent())
                .put("group", terms.group())
                .put("group_name", faces.group(terms.group(), language))
                .put("reason", terms.reason())
                .put("note", terms.note())
                .put("hand_over", terms.handOver());
    }

    /** To the customer: who answers now, and nothing of why. */
    private void transferred(Data data, Event.Transferred transferred, String language, boolean staff) {
        var terms = transferred.terms();
        data.put("to_agent", transferred.toAgent())
                .put("to_agent_name", faces.agent(transferred.toAgent()))
                .put("to_group", terms.group())
                .put("to_group_name", faces.group(terms.group(), language))
                .staff(staff, "from_agent", transferred.from())
                .staff(staff, "from_agent_name", faces.agent(transferred.from()))
                .staff(staff, "reason", terms.reason())
                .staff(staff, "note", terms.note())
                .staff(staff, "hand_over", terms.handOver());
    }

    /** The codes of the close catalogue ("spam") are between colleagues: to the customer the agent has ended it. */
    static String reasonForCustomer(String reason) {
        return reason == null || PLAIN_REASONS.contains(reason) ? reason : "agent_ended";
    }

    private String category(CategoryId id, String language) {
        return id == null ? null : faces.category(id, language);
    }

    private Data agent(Data data, AgentId agent) {
        return data.put("agent", agent).put("agent_name", faces.agent(agent));
    }

    /** With the names of those whom it is about. */
    private ExplainedWhy explained(Why why) {
        return why == null ? null : ExplainedWhy.of(why, faces::agent);
    }

    private static AgentId by(Entry entry) {
        return entry.by() instanceof Actor.Agent agent ? agent.id() : null;
    }

    private static String reminder(Policy policy, int number, String language) {
        var reminders = policy.silence().reminders();
        if (number < 1 || number > reminders.size()) {
            return null;
        }
        Map<String, String> texts = reminders.get(number - 1).texts();
        String text = language == null ? null : texts.get(language);
        return text != null || texts.isEmpty()
                ? text
                : texts.values().iterator().next();
    }

    /** Only what is there; in the order of writing. */
    private static final class Data {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Data put(String name, Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }

        Data staff(boolean staff, String name, Object value) {
            return staff ? put(name, value) : this;
        }
    }
}
