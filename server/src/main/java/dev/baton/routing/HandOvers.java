package dev.baton.routing;

import dev.baton.conversation.Actor;
import dev.baton.conversation.Command;
import dev.baton.conversation.Conversation;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.Entry;
import dev.baton.conversation.Event;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Listing;
import dev.baton.conversation.view.Faces;
import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** At the end of a shift: each open conversation goes to a colleague who is asked, or back to the line, with a summary. */
@ApplicationScoped
public class HandOvers {

    /** The code of the transfer catalogue that every hand-over has. */
    static final String REASON = "shift_end";

    private static final int LAST_WORDS = 6;
    private static final int WORD_CHARACTERS = 160;

    /** Where one of them goes. */
    public enum Receiver {
        AGENT,
        BEST,
        QUEUE
    }

    /** What became of one of them. */
    public enum Outcome {
        OFFERED,
        QUEUED,
        REFUSED
    }

    /** @param agent with {@link Receiver#AGENT} only */
    record Item(ConversationId conversation, Receiver to, AgentId agent, String note) {}

    /**
     * @param agent who is asked
     * @param code why it was refused
     */
    record Result(ConversationId conversation, Outcome outcome, AgentId agent, String code) {}

    /** @param name of an agent */
    record Line(String by, String name, String words) {}

    /** @param last what both sides said last, to begin a summary with */
    record Draft(Conversation conversation, List<Line> last) {}

    private final Conversations conversations;
    private final Transfers transfers;
    private final Faces faces;

    HandOvers(Conversations conversations, Transfers transfers, Faces faces) {
        this.conversations = conversations;
        this.transfers = transfers;
        this.faces = faces;
    }

    /** One after the other; what cannot be handed over stays where it is, and says why. */
    List<Result> handOver(Viewer.Staff viewer, List<Item> items) {
        return items.stream().map(item -> handOver(viewer, item)).toList();
    }

    private Result handOver(Viewer.Staff viewer, Item item) {
        var transfer = new Command.Transfer(REASON, item.note()).handingOver();
        var id = item.conversation();
        try {
            return switch (item.to()) {
                case AGENT -> result(conversations.transfer(viewer, id, item.agent(), null, transfer));
                case BEST -> result(transfers.toBest(viewer, id, null, transfer));
                case QUEUE ->
                    result(conversations.transfer(
                            viewer, id, conversations.find(viewer, id).group(), transfer));
            };
        } catch (Refused refused) {
            return new Result(id, Outcome.REFUSED, null, refused.code());
        }
    }

    private static Result result(Conversation after) {
        return after.offeredTo() == null
                ? new Result(after.id(), Outcome.QUEUED, null, null)
                : new Result(after.id(), Outcome.OFFERED, after.offeredTo(), null);
    }

    /** What an agent has open, each with the beginning of a summary. */
    List<Draft> drafts(Viewer.Staff viewer, AgentId agent) {
        var mine = new Listing(Listing.View.ALL, null, null, agent, null, null, Listing.MAX_LIMIT);
        return conversations.list(viewer, mine).stream()
                .map(conversation -> new Draft(conversation, last(viewer, conversation)))
                .toList();
    }

    private List<Line> last(Viewer.Staff viewer, Conversation conversation) {
        var words = conversations.entriesBefore(viewer, conversation.id(), Long.MAX_VALUE, LAST_WORDS * 3).stream()
                .filter(entry ->
                        entry.event() instanceof Event.Said said && !said.body().isBlank())
                .toList();
        return words.stream()
                .skip(Math.max(0, words.size() - LAST_WORDS))
                .map(this::line)
                .toList();
    }

    private Line line(Entry entry) {
        var body = ((Event.Said) entry.event()).body().strip().replaceAll("\\s+", " ");
        var words = body.codePointCount(0, body.length()) <= WORD_CHARACTERS
                ? body
                : body.substring(0, body.offsetByCodePoints(0, WORD_CHARACTERS)) + "…";
        return switch (entry.by()) {
            case Actor.Customer _ -> new Line("customer", null, words);
            case Actor.Agent agent -> new Line("agent", faces.agent(agent.id()), words);
            case Actor.System _ -> new Line("system", null, words);
        };
    }
}
