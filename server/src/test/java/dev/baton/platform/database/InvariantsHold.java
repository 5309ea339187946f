package dev.baton.platform.database;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every test with a server: what the database promises still holds, and the clock is right again. */
public final class InvariantsHold implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        if (System.getProperty(TestDatabase.SERVED) == null) return;
        TestDatabase database = TestDatabase.ofServer();
        database.resetClock();
        database.assertInvariants();
    }
}
