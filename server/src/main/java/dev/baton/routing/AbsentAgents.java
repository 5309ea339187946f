package dev.baton.routing;

import dev.baton.clocks.DueSource;
import dev.baton.conversation.Command;
import dev.baton.conversation.ConversationId;
import dev.baton.conversation.log.Conversations;
import dev.baton.identity.AccountDisabled;
import dev.baton.identity.AgentId;
import dev.baton.platform.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/** What an agent leaves behind who is gone for longer than the grace, or for good. */
@ApplicationScoped
public class AbsentAgents implements DueSource {

    private static final int AT_ONCE = 500;

    private final Conversations conversations;
    private final DatabaseTime time;
    private final RoutingStore store;

    AbsentAgents(Conversations conversations, DatabaseTime time, Jdbi jdbi) {
        this.conversations = conversations;
        this.time = time;
        store = new RoutingStore(jdbi);
    }

    /** Presence grace: each conversation's own policy says how long. */
    @Override
    public boolean fireDue() {
        var absences = store.absences(1, AT_ONCE);
        if (absences.isEmpty()) {
            return false;
        }
        var now = time.now();
        var lost = absences.stream()
                .filter(absence -> {
                    var grace = conversations.policy(absence.policyVersion()).presence();
                    return !absence.since().plusSeconds(grace.graceSeconds()).isAfter(now);
                })
                .map(absence -> lose(absence.conversation(), absence.agent(), "offline"))
                .toList();
        lost.forEach(CompletableFuture::join);
        return false;
    }

    void on(@Observes AccountDisabled disabled) {
        var agent = disabled.agent();
        store.ofAgent(agent).stream()
                .map(id -> lose(id, agent, "disabled"))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> lose(ConversationId conversation, AgentId agent, String why) {
        return conversations
                .giveLater(Conversations.MACHINE, conversation, new Command.LoseAgent(agent, why))
                .handle((done, refused) -> null);
    }
}
