package dev.baton.identity.accounts;

import dev.baton.identity.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The rows of {@code sign_in_failures}. The rules are in {@link SignInPace}. */
@ApplicationScoped
class SignInPaceStore {

    private static final byte[] ANY_ACCOUNT = new byte[0];
    private static final String ANY_ADDRESS = "";
    private static final String UNCOUNTED = "uncounted";

    /**
     * Counts a try before it is made, so that a thousand at once do not all count as the first.
     *
     * @return how long to wait instead; zero when the try may be made
     */
    Duration reserve(Handle handle, String email, String address) {
        byte[] account = hashOf(email);
        handle.savepoint(UNCOUNTED);
        // Always in this order, so that two tries never wait for each other.
        int everywhere = count(handle, account, ANY_ADDRESS);
        Duration wait = longer(remaining(handle, ANY_ACCOUNT, address), remaining(handle, account, address));
        if (wait.isPositive()) {
            handle.rollbackToSavepoint(UNCOUNTED);
            return wait;
        }
        int atAddress = count(handle, ANY_ACCOUNT, address);
        int here = count(handle, account, address);
        int free = everywhere > SignInPace.ATTACK_FAILURES ? SignInPace.FREE_TRIES_UNDER_ATTACK : SignInPace.FREE_TRIES;
        postpone(handle, ANY_ACCOUNT, address, SignInPace.waitAfter(atAddress, SignInPace.FREE_TRIES_PER_ADDRESS));
        postpone(handle, account, address, SignInPace.waitAfter(here, free));
        return Duration.ZERO;
    }

    /** Takes a try back that turned out right, and forgives this address its failures at this name. */
    void succeeded(Handle handle, String email, String address) {
        byte[] account = hashOf(email);
        for (Object[] counter : new Object[][] {{account, ANY_ADDRESS}, {ANY_ACCOUNT, address}}) {
            handle.createUpdate("""
                    UPDATE sign_in_failures SET failures = greatest(1, failures - 1)
                    WHERE account_hash = :account AND address = :address""")
                    .bind("account", (byte[]) counter[0])
                    .bind("address", (String) counter[1])
                    .execute();
        }
        handle.createUpdate("DELETE FROM sign_in_failures WHERE account_hash = :account AND address = :address")
                .bind("account", account)
                .bind("address", address)
                .execute();
    }

    void forgetOld(Handle handle) {
        handle.createUpdate("DELETE FROM sign_in_failures WHERE last_at < baton_now() - :memory * interval '1 second'")
                .bind("memory", SignInPace.MEMORY.toSeconds())
                .execute();
    }

    private static int count(Handle handle, byte[] account, String address) {
        return handle.createQuery("""
                INSERT INTO sign_in_failures AS f (account_hash, address, failures, first_at, last_at, retry_at)
                VALUES (:account, :address, 1, baton_now(), baton_now(), baton_now())
                ON CONFLICT (account_hash, address) DO UPDATE
                SET failures = CASE WHEN f.last_at < baton_now() - :memory * interval '1 second'
                                    THEN 1 ELSE f.failures + 1 END,
                    last_at = baton_now()
                RETURNING failures""")
                .bind("account", account)
                .bind("address", address)
                .bind("memory", SignInPace.MEMORY.toSeconds())
                .mapTo(Integer.class)
                .one();
    }

    private static Duration remaining(Handle handle, byte[] account, String address) {
        return handle.createQuery("""
                SELECT extract(epoch FROM retry_at - baton_now()) FROM sign_in_failures
                WHERE account_hash = :account AND address = :address""")
                .bind("account", account)
                .bind("address", address)
                .mapTo(Double.class)
                .findOne()
                .map(seconds -> Duration.ofMillis((long) (Math.max(0, seconds) * 1000)))
                .orElse(Duration.ZERO);
    }

    private static void postpone(Handle handle, byte[] account, String address, Duration wait) {
        handle.createUpdate("""
                UPDATE sign_in_failures SET retry_at = baton_now() + :wait * interval '1 second'
                WHERE account_hash = :account AND address = :address""")
                .bind("account", account)
                .bind("address", address)
                .bind("wait", wait.toSeconds())
                .execute();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static byte[] hashOf(String email) {
        return SessionKey.of("sign-in:" + email.strip().toLowerCase(Locale.ROOT))
                .hash();
    }
}
