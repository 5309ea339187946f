package dev.baton.platform.database;

import dev.baton.platform.Settings;
import dev.baton.platform.StartFailure;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the embedded database while the rest of the server is still being put together; saves most of a second. */
public final class EarlyStart {
    private EarlyStart() {}

    /** The locked folder and the database in it. */
    record Started(DataFolder folder, EmbeddedPostgres postgres) {}

    private static final AtomicReference<CompletableFuture<Started>> BEGUN = new AtomicReference<>();

    /** Begins, unless an existing database is to be used; failures show when {@link Database} asks for it. */
    public static void begin(Settings settings) {
        if (!settings.get(Settings.DATABASE_URL).isEmpty()) return;
        CompletableFuture<Started> future = new CompletableFuture<>();
        BEGUN.set(future);
        Thread.ofPlatform().daemon().name("database-start").start(() -> {
            try {
                future.complete(now(settings));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
    }

    /** The one that was begun, or one started now. */
    static Started await(Settings settings) {
        CompletableFuture<Started> begun = BEGUN.getAndSet(null);
        if (begun == null) return now(settings);
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    private static Started now(Settings settings) {
        Path data = settings.data();
        DataFolder folder = DataFolder.take(data);
        try {
            return new Started(
                    folder,
                    EmbeddedPostgres.start(
                            data,
                            settings.get(Settings.DATABASE_CONNECTIONS),
                            !settings.get(Settings.UNSAFE_SYNCHRONOUS_COMMIT_OFF)));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
