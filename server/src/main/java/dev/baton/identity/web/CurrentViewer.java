package dev.baton.identity.web;

import dev.baton.identity.Permissions;
import dev.baton.identity.SignedIn;
import dev.baton.identity.Viewer;
import dev.baton.identity.accounts.Caller;
import dev.baton.identity.accounts.StaffSession;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who sent the request at hand. {@link ViewerFilter} fills it before any endpoint runs; endpoints say whom they are for by the
 * method they ask with.
 */
@RequestScoped
public class CurrentViewer {

    private SignedIn signedIn;
    private StaffSession session;
    private Caller caller;

    /** Anybody who is signed in. */
    public Viewer viewer() {
        if (signedIn == null) {
            throw new Refused(401, "not_signed_in");
        }
        return signedIn.viewer();
    }

    /** A member of staff. */
    public Viewer.Staff staff() {
        return switch (viewer()) {
            case Viewer.Staff staff -> staff;
            case Viewer.Customer _, Viewer.Machine _ -> throw new Refused(401, "not_signed_in");
        };
    }

    /** A customer. */
    public Viewer.Customer customer() {
        return switch (viewer()) {
            case Viewer.Customer customer -> customer;
            case Viewer.Staff _, Viewer.Machine _ -> throw new Refused(401, "not_signed_in");
        };
    }

    /** Somebody who may look after others' conversations. */
    public Viewer.Staff supervisor() {
        Viewer.Staff staff = staff();
        if (!Permissions.maySupervise(staff)) {
            throw new Refused(403, "forbidden");
        }
        return staff;
    }

    /** Somebody who may change accounts, groups, sites, policies. */
    public Viewer.Staff admin() {
        Viewer.Staff staff = staff();
        if (!Permissions.mayAdminister(staff)) {
            throw new Refused(403, "forbidden");
        }
        return staff;
    }

    /** The credential as a whole, to know when it is revoked. */
    public SignedIn signedIn() {
        viewer();
        return signedIn;
    }

    /** The session of the staff's cookie, also while the password has to be changed first. */
    public StaffSession session() {
        return Optional.ofNullable(session).orElseThrow(() -> new Refused(401, "not_signed_in"));
    }

    /** The session that the browser still had when it signed in once more. */
    public Optional<StaffSession> formerSession() {
        return Optional.ofNullable(session);
    }

    /** Where the request comes from. */
    public Caller caller() {
        return caller;
    }

    void calledFrom(Caller where) {
        caller = where;
    }

    void is(SignedIn who) {
        signedIn = who;
    }

    void has(StaffSession staffSession) {
        session = staffSession;
    }
}
