package dev.baton.identity.accounts;

import java.util.Locale;

/** What an account may do, in rising order; see {@link dev.baton.identity.Permissions}. */
public enum Role {
    AGENT,
    SUPERVISOR,
    ADMIN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofWire(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role");
    }
}
