package dev.baton.live;

import dev.baton.identity.AccountDisabled;
import dev.baton.identity.MembershipChanged;
import dev.baton.identity.SessionsRevoked;
import dev.baton.identity.Viewers;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What identity takes back is taken back from open connections at once. */
@Singleton
final class Revocations {

    private final LiveSessions sessions;
    private final Viewers viewers;
    private final LiveDesk desk;

    Revocations(LiveSessions sessions, Viewers viewers, LiveDesk desk) {
        this.sessions = sessions;
        this.viewers = viewers;
        this.desk = desk;
    }

    void credentials(@Observes SessionsRevoked revoked) {
        sessions.revoke(revoked.keys());
    }

    void account(@Observes AccountDisabled disabled) {
        sessions.of(disabled.agent()).forEach(session -> session.close(CloseCode.REVOKED, "revoked"));
    }

    void reach(@Observes MembershipChanged changed) {
        sessions.of(changed.agent()).forEach(session -> session.chore(() -> refresh(session)));
    }

    private void refresh(LiveSession session) {
        var proof = viewers.refresh(session.signedIn());
        if (proof.isEmpty()) {
            session.close(CloseCode.REVOKED, "revoked");
            return;
        }
        session.signIn(
                proof.get(),
                LiveSessions.speaking(proof.get().viewer(), session.viewer().language()));
        desk.reachChanged(session);
    }
}
