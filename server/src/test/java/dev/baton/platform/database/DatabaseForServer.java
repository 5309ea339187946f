package dev.baton.platform.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives every server that a test starts a new database in the JVM's one cluster. */
public final class DatabaseForServer implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String url = TestCluster.newDatabase();
        System.setProperty(TestDatabase.SERVED, url);
        return Map.of("baton.database.url", url, "baton.data", "target/test-data/" + url.replaceFirst(".*/", ""));
    }

    @Override
    public void stop() {
        System.clearProperty(TestDatabase.SERVED);
    }
}
