package dev.baton.platform;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Every setting of the server, with its unit, default and range. A bad value stops the start with one line. */
@Singleton
public final class Settings {

    public static final Setting<Integer> PORT =
            Setting.count("baton.port", "", 8080, 0, 65_535, "The HTTP port; 0 takes any free one.");

    public static final Setting<String> DATA = Setting.text(
            "baton.data", "data", "The folder that holds the embedded database and the files people send.");

    public static final Setting<String> DATABASE_URL = Setting.text(
            "baton.database.url",
            "",
            "An existing PostgreSQL, as postgresql://user:password@host:port/database; without it one is started in the data folder.");

    public static final Setting<Integer> DATABASE_CONNECTIONS = Setting.count(
            "baton.database.connections",
            "connections",
            12,
            2,
            200,
            "The most connections Baton opens to its database.");

    public static final Setting<Boolean> UNSAFE_SYNCHRONOUS_COMMIT_OFF = Setting.flag(
            "baton.unsafe.synchronous-commit-off",
            false,
            "The negative control of the crash test: acknowledges before the disk has it. Loses messages. Nothing else may set it.");

    public static final Setting<Integer> COMMIT_LANES = Setting.count(
            "baton.commit.lanes", "transactions", 2, 1, 16, "How many group commits may be in flight at once.");

    public static final Setting<Integer> COMMIT_BATCH = Setting.count(
            "baton.commit.batch", "commands", 256, 1, 2_000, "How many commands one group commit takes at most.");

    public static final Setting<Integer> COMMIT_WAITING = Setting.count(
            "baton.commit.waiting",
            "commands",
            5_000,
            100,
            1_000_000,
            "How many commands may wait in one lane for their commit; beyond that the answer is 'overloaded'.");

    public static final Setting<Integer> CLOCK_INTERVAL = Setting.count(
            "baton.clock.interval", "milliseconds", 200, 10, 1_000, "How often Baton looks for clocks that are due.");

    /** Every setting, in the order of the reference page. */
    public static final List<Setting<?>> ALL = List.of(
            PORT,
            DATA,
            DATABASE_URL,
            DATABASE_CONNECTIONS,
            COMMIT_LANES,
            COMMIT_BATCH,
            COMMIT_WAITING,
            CLOCK_INTERVAL,
            UNSAFE_SYNCHRONOUS_COMMIT_OFF);

    private final Config config;

    public Settings(Config config) {
        this.config = config;
        ALL.forEach(this::get);
    }

    public <T> T get(Setting<T> setting) {
        return setting.read(
                config.getOptionalValue(setting.name(), String.class).orElse(setting.fallback()));
    }

    /** The data folder, absolute. */
    public Path data() {
        return Path.of(get(DATA)).toAbsolutePath().normalize();
    }
}
