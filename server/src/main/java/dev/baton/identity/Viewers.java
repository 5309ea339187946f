package dev.baton.identity;

import dev.baton.identity.accounts.SignIns;
import dev.baton.identity.customers.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Turns a credential into the viewer behind it: the one path for requests and sockets. Empty means that it is not, or no
 * longer, good.
 */
@ApplicationScoped
public class Viewers {

    private final SignIns signIns;
    private final Customers customers;

    Viewers(SignIns signIns, Customers customers) {
        this.signIns = signIns;
        this.customers = customers;
    }

    /**
     * @param cookie the value of the session cookie, null when there is none
     * @return empty also while the password has to be changed first: such a session is good for nothing else
     */
    public Optional<SignedIn> ofStaff(String cookie) {
        return Secrets.looksLikeToken(cookie) ? staff(SessionKey.of(cookie)) : Optional.empty();
    }

    /** @param token the customer's, null when there is none */
    public Optional<SignedIn> ofCustomer(String token) {
        return Secrets.looksLikeToken(token) ? customers.withToken(SessionKey.of(token)) : Optional.empty();
    }

    /** The same credential looked up again: what a socket asks after {@link MembershipChanged}. */
    public Optional<SignedIn> refresh(SignedIn earlier) {
        return switch (earlier.viewer()) {
            case Viewer.Customer _ -> customers.withToken(earlier.key());
            case Viewer.Staff _ -> staff(earlier.key());
            case Viewer.Machine _ -> Optional.of(earlier);
        };
    }

    private Optional<SignedIn> staff(SessionKey key) {
        return signIns.session(key)
                .filter(session -> !session.mustChangePassword())
                .map(session -> new SignedIn(session.key(), session.viewer(), session.expiresAt()));
    }
}
