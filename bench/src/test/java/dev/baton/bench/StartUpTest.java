package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server starts, says in one line why it cannot, and comes back after every kind of end. */
@Tag("slow")
class StartUpTest {

    @TempDir
    Path folder;

    @Test
    void a_second_start_finds_what_the_first_one_left() {
        try (ServerUnderTest server = server()) {
            server.start();
            assertThat(server.words()).contains("Baton is ready");
            server.stop();
            assertThat(server.postmaster()).isEmpty();
            server.start();
            assertThat(server.words()).doesNotContain("ERROR");
        }
    }

    @Test
    void a_killed_server_leaves_a_database_that_the_next_start_takes_over() {
        try (ServerUnderTest server = server()) {
            server.start();
            ProcessHandle left = server.postmaster().orElseThrow();
            server.killHard();
            assertThat(left.isAlive()).isTrue();
            server.start();
            assertThat(left.isAlive()).isFalse();
            assertThat(server.postmaster()).isPresent();
        }
    }

    @Test
    void a_stale_pid_of_somebody_else_does_not_stop_the_start() throws IOException {
        try (ServerUnderTest server = server()) {
            server.start();
            server.stop();
            Files.writeString(
                    folder.resolve("data/postgres/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + folder.resolve("data/postgres") + "\n");
            server.start();
            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    @Test
    void a_killed_database_comes_back_under_a_running_server() throws InterruptedException {
        try (ServerUnderTest server = server()) {
            server.start();
            ProcessHandle killed = server.postmaster().orElseThrow();
            server.killAllOfDatabaseHard();
            for (int tries = 0; tries < 300 && same(server, killed); tries++) TimeUnit.MILLISECONDS.sleep(100);
            for (int tries = 0; tries < 300 && !server.words().contains("is back"); tries++)
                TimeUnit.MILLISECONDS.sleep(100);
            assertThat(server.words()).contains("The embedded database is back.");
            assertThat(server.isReady()).isTrue();
        }
    }

    @Test
    void a_taken_port_is_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            refuses(Map.of("BATON_PORT", port), "baton: port " + port + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void a_folder_in_use_is_one_line() {
        try (ServerUnderTest first = server()) {
            first.start();
            refuses(Map.of(), "is in use by another Baton (pid ");
        }
    }

    @Test
    void an_unreachable_database_is_one_line_without_its_password() {
        refuses(
                Map.of("BATON_DATABASE_URL", "postgresql://somebody:secret@127.0.0.1:1/nothing"),
                "baton: cannot reach the database at postgresql://127.0.0.1:1/nothing: ");
    }

    @Test
    void an_unreadable_address_is_one_line() {
        refuses(Map.of("BATON_DATABASE_URL", "mysql://x"), "baton: BATON_DATABASE_URL must look like ");
    }

    @Test
    void a_bad_setting_is_one_line() {
        refuses(Map.of("BATON_PORT", "eighty"), "baton: baton.port (BATON_PORT) is 'eighty', but must be 0 to 65535");
    }

    @Test
    void files_of_another_postgresql_are_one_line() throws IOException {
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(folder.resolve("data/postgres/PG_VERSION"), "15\n");
        refuses(Map.of(), "holds a database of PostgreSQL 15, but this Baton brings PostgreSQL 18");
    }

    @Test
    void without_durable_commits_it_starts_only_as_the_loud_control_of_the_crash_test() {
        try (ServerUnderTest server =
                ServerUnderTest.in(folder.resolve("data"), Map.of("BATON_UNSAFE_SYNCHRONOUS_COMMIT_OFF", "true"))) {
            server.start();
            assertThat(server.words()).contains("LOSES MESSAGES");
        }
    }

    @Test
    void without_the_demo_there_is_one_admin_with_a_password_for_once() throws Exception {
        try (ServerUnderTest server = ServerUnderTest.in(folder.resolve("data"), Map.of("BATON_SEED_DEMO", "false"))) {
            server.start();
            List<String> told = server.words()
                    .lines()
                    .filter(line -> line.contains("one-time password"))
                    .toList();
            assertThat(told).hasSize(1).first().asString().contains("admin@baton.example");
            String password = told.getFirst().replaceFirst(".* ", "");
            assertThat(signIn(server, password)).contains("\"must_change_password\":true", "\"groups\":[]");
            assertThat(signIn(server, "another")).contains("bad_credentials");
            server.stop();
            server.start();
            assertThat(server.words()).doesNotContain("one-time password");
        }
    }

    private static String signIn(ServerUnderTest server, String password) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/session"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"email\":\"admin@baton.example\",\"password\":\"" + password + "\"}"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private ServerUnderTest server() {
        return ServerUnderTest.in(folder.resolve("data"), Map.of());
    }

    private static boolean same(ServerUnderTest server, ProcessHandle before) {
        return server.postmaster().map(before::equals).orElse(true);
    }

    private void refuses(Map<String, String> environment, String words) {
        Path data = folder.resolve("data");
        ServerUnderTest refused = ServerUnderTest.in(data, environment);
        assertThatThrownBy(refused::start).isInstanceOf(IllegalStateException.class);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.words()).contains(words).doesNotContain("secret", "\tat ", "Exception:");
        assertThat(refused.words().strip().lines()).hasSize(1);
    }
}
