package dev.baton.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Every setting of the server, with its unit, default and range. A bad value stops the start with one line. */
@Singleton
public final class Settings {

    public static final Setting<Integer> PORT =
            Setting.count("baton.port", "", 8080, 0, 65_535, "The HTTP port; 0 takes any free one.");

    public static final Setting<String> HOST = Setting.text(
            "baton.host",
            "0.0.0.0",
            "The address that the HTTP port listens on; 127.0.0.1 behind a proxy on this machine.");

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

    public static final Setting<String> PUBLIC_URL = Setting.text(
            "baton.public-url",
            "",
            "The address that people use, as https://help.example.com; the only origin that may act for staff. Without it, the name that the browser used.");

    public static final Setting<List<Setting.Network>> TRUSTED_PROXIES = Setting.networks(
            "baton.http.trusted-proxies",
            "The proxies in front of Baton. Only from them X-Forwarded-For (whom limits by address are for) and X-Forwarded-Proto (whether people use HTTPS) are believed.");

    public static final Setting<String> METRICS_TOKEN = Setting.text(
            "baton.metrics.token",
            "",
            "Whoever asks for /metrics has to show this, as 'Authorization: Bearer …'; without it there is no /metrics.");

    public static final Setting<Integer> SESSION_IDLE = Setting.count(
            "baton.session.idle",
            "minutes",
            480,
            5,
            10_080,
            "Staff are signed out after so long without a request: a shift.");

    public static final Setting<Integer> SESSION_ABSOLUTE = Setting.count(
            "baton.session.absolute",
            "minutes",
            1_440,
            10,
            43_200,
            "Staff sign in again after so long, whatever happens (NIST SP 800-63B-4, AAL2: a day).");

    public static final Setting<Integer> ARGON2_MEMORY = Setting.count(
            "baton.argon2.memory",
            "KiB",
            19_456,
            8_192,
            1_048_576,
            "Memory of one Argon2id password hash (OWASP Password Storage Cheat Sheet: at least 19 MiB).");

    public static final Setting<Integer> ARGON2_ITERATIONS = Setting.count(
            "baton.argon2.iterations",
            "passes",
            2,
            1,
            100,
            "Passes of one Argon2id password hash (OWASP Password Storage Cheat Sheet: at least 2 with 19 MiB).");

    public static final Setting<Integer> ARGON2_LANES = Setting.count(
            "baton.argon2.lanes", "lanes", 1, 1, 16, "Parallelism of one Argon2id password hash (OWASP: 1).");

    public static final Setting<Integer> VISITS_PER_MINUTE = Setting.count(
            "baton.visits-per-minute",
            "visits",
            600,
            1,
            10_000_000,
            "How many widget visits one network address may open in a minute; bench and replay raise it.");

    public static final Setting<String> FILES = Setting.text(
            "baton.files", "", "The folder of the files that people send; without it, 'files' in the data folder.");

    public static final Setting<Integer> FILE_BYTES = Setting.count(
            "baton.file.bytes", "bytes", 20 << 20, 1_024, 100 << 20, "The largest file that people may send.");

    public static final Setting<Boolean> SEED_DEMO = Setting.flag(
            "baton.seed.demo", true, "Whether an empty database gets a demo company, or else one admin account only.");

    public static final Setting<Boolean> UNSAFE_SYNCHRONOUS_COMMIT_OFF = Setting.flag(
            "baton.unsafe.synchronous-commit-off",
            false,
            "The negative control of the crash test: acknowledges before the disk has it. Loses messages. Nothing else may set it.");

    public static final Setting<String> DEMO_PASSWORD = Setting.text(
            "baton.demo.password",
            "",
            "The password of every account that the first start makes, for scripts and tests; without it, everybody gets a one-time password of their own.");

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

    public static final Setting<Integer> ROSTER_HORIZON = Setting.count(
            "baton.roster.horizon-days", "days", 42, 14, 366, "How far ahead the shifts of weekly patterns are made.");

    public static final Setting<Integer> LIVE_FRAME_BYTES = Setting.count(
            "baton.live.frame-bytes",
            "bytes",
            65_536,
            4_096,
            1_048_576,
            "The largest frame a live connection may send.");

    public static final Setting<Integer> LIVE_FRAMES_PER_SECOND = Setting.count(
            "baton.live.frames-per-second",
            "frames a second",
            50,
            1,
            1_000_000,
            "How fast one live connection may speak for long; four times as much at once is forgiven.");

    public static final Setting<Integer> LIVE_HEARTBEAT_SECONDS = Setting.count(
            "baton.live.heartbeat-seconds",
            "seconds",
            25,
            1,
            300,
            "How often both ends of a live connection show life.");

    public static final Setting<Integer> LIVE_GRACE_SECONDS =
            Setting.count("baton.live.grace-seconds", "seconds", 8, 1, 300, "How late a sign of life may be.");

    public static final Setting<Integer> LIVE_HELLO_SECONDS = Setting.count(
            "baton.live.hello-seconds",
            "seconds",
            10,
            1,
            300,
            "How long a live connection may wait before it signs in.");

    public static final Setting<Integer> LIVE_CONNECTIONS_PER_VIEWER = Setting.count(
            "baton.live.connections-per-viewer",
            "connections",
            20,
            1,
            100_000,
            "The most live connections of one customer or member of staff; the oldest gives way.");

    public static final Setting<Integer> MESSAGE_CHARACTERS = Setting.count(
            "baton.message.characters", "characters", 8_000, 1, 16_000, "The longest message, in Unicode characters.");

    public static final Setting<Integer> HAND_OVER_ITEMS = Setting.count(
            "baton.hand-over.items",
            "conversations",
            200,
            1,
            1_000,
            "How many conversations one hand-over may give on.");

    /** Every setting, in the order of the reference page. */
    public static final List<Setting<?>> ALL = List.of(
            PORT,
            HOST,
            DATA,
            DATABASE_URL,
            DATABASE_CONNECTIONS,
            PUBLIC_URL,
            TRUSTED_PROXIES,
            METRICS_TOKEN,
            SESSION_IDLE,
            SESSION_ABSOLUTE,
            ARGON2_MEMORY,
            ARGON2_ITERATIONS,
            ARGON2_LANES,
            VISITS_PER_MINUTE,
            FILES,
            FILE_BYTES,
            SEED_DEMO,
            DEMO_PASSWORD,
            COMMIT_LANES,
            COMMIT_BATCH,
            COMMIT_WAITING,
            CLOCK_INTERVAL,
            ROSTER_HORIZON,
            LIVE_FRAME_BYTES,
            LIVE_FRAMES_PER_SECOND,
            LIVE_HEARTBEAT_SECONDS,
            LIVE_GRACE_SECONDS,
            LIVE_HELLO_SECONDS,
            LIVE_CONNECTIONS_PER_VIEWER,
            MESSAGE_CHARACTERS,
            HAND_OVER_ITEMS,
            UNSAFE_SYNCHRONOUS_COMMIT_OFF);

    private final Function<Setting<?>, Optional<String>> source;

    @Inject
    Settings(Config config) {
        this(setting -> config.getOptionalValue(setting.name(), String.class));
    }

    private Settings(Function<Setting<?>, Optional<String>> source) {
        this.source = source;
        ALL.forEach(this::get);
    }

    /** What the environment and the command line say, before the server's own configuration is there. */
    public static Settings ofEnvironment() {
        return new Settings(setting -> Optional.ofNullable(System.getProperty(setting.name()))
                .or(() -> Optional.ofNullable(System.getenv(setting.variable()))));
    }

    public <T> T get(Setting<T> setting) {
        return setting.read(source.apply(setting).orElse(setting.fallback()));
    }

    /** The data folder, absolute. */
    public Path data() {
        return Path.of(get(DATA)).toAbsolutePath().normalize();
    }
}
