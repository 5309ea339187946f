package dev.baton.conversation.feed;

import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Ack;
import dev.baton.conversation.log.Conversations;
import dev.baton.conversation.log.Words;
import dev.baton.conversation.view.Rendering;
import dev.baton.live.ClientFrame;
import dev.baton.live.LiveDesk;
import dev.baton.live.LiveSession;
import dev.baton.platform.GroupCommit;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Answers what live sessions ask of conversations. */
@ApplicationScoped
public class ConversationDesk implements LiveDesk {

    private static final Logger LOG = Logger.getLogger(ConversationDesk.class);

    private final Conversations conversations;
    private final CatchUp catchUp;
    private final Inboxes inboxes;
    private final Gestures gestures;
    private final FeedTick tick;
    private final MessageRules rules;

    ConversationDesk(
            Conversations conversations,
            CatchUp catchUp,
            Inboxes inboxes,
            Gestures gestures,
            FeedTick tick,
            MessageRules rules) {
        this.conversations = conversations;
        this.catchUp = catchUp;
        this.inboxes = inboxes;
        this.gestures = gestures;
        this.tick = tick;
        this.rules = rules;
    }

    @Override
    public Map<String, Long> limits() {
        return Map.of("message_characters", (long) rules.maxCharacters(), "message_attachments", (long)
                MessageRules.MAX_ATTACHMENTS);
    }

    @Override
    public void arrived(LiveSession session) {
        inboxes.arrived(session);
    }

    @Override
    public void departed(LiveSession session) {
        inboxes.departed(session);
    }

    @Override
    public void reachChanged(LiveSession session) {
        session.following().forEach(stream -> catchUp.check(session, stream));
        inboxes.show(session);
    }

    @Override
    public void resume(LiveSession session, UUID stream, Long after) {
        catchUp.resume(session, stream, after);
    }

    @Override
    public void watch(LiveSession session, boolean all) {
        inboxes.watch(session, all);
    }

    @Override
    public void send(LiveSession session, ClientFrame.Send send) {
        var id = new ConversationId(send.stream());
        try {
            UUID clientId = Ids.read(send.clientId()).orElseThrow(Refused::malformedId);
            Words words = rules.words(clientId, send.body(), send.attachments());
            conversations
                    .say(session.viewer(), id, words)
                    .whenComplete((ack, failure) -> answer(session, send, ack, failure));
        } catch (Refused refused) {
            refuse(session, send, refused);
        }
    }

    private static void answer(LiveSession session, ClientFrame.Send send, Ack ack, Throwable failure) {
        if (failure == null) {
            session.send(FeedFrames.ack(Rendering.ack(ack, session.viewer())));
            return;
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof Refused refused) {
            refuse(session, send, refused);
        } else if (cause instanceof GroupCommit.Overloaded) {
            refuse(session, send, new Refused(503, "overloaded"));
        } else {
            // Whether it was stored is not known, so nothing is said: the retry finds out.
            LOG.warnf("no answer to a send: %s", cause);
        }
    }

    private static void refuse(LiveSession session, ClientFrame.Send send, Refused refused) {
        session.send(FeedFrames.refused(
                send.clientId(),
                new ConversationId(send.stream()),
                "send",
                refused,
                session.viewer().language()));
    }

    @Override
    public void typing(LiveSession session, ClientFrame.Typing typing) {
        gestures.typing(session, typing);
    }

    @Override
    public void cursor(LiveSession session, ClientFrame.Cursor cursor) {
        gestures.cursor(session, cursor);
    }

    @Override
    public void tick() {
        inboxes.tick();
        tick.tick();
    }
}
