package dev.baton.platform.database;

import com.sun.security.auth.module.UnixSystem;
import dev.baton.platform.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace of their own, where the
 * same user is nobody in particular; where a container forbids that, they really run as {@code nobody}.
 */
final class PostgresPrograms {

    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--");

    private final Path home;
    private final List<String> prefix;

    private PostgresPrograms(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** The programs, unpacked into the user's cache so that many data folders share them, else into the data folder. */
    static PostgresPrograms unpacked(PostgresBinaries binaries, Path data) throws IOException {
        List<String> prefix = prefixForThisUser();
        Path inData = data.resolve("programs");
        if (prefix.equals(AS_NOBODY)) return new PostgresPrograms(binaries.unpackBelow(inData), prefix);
        try {
            return new PostgresPrograms(binaries.unpackBelow(cache()), prefix);
        } catch (IOException readOnlyHome) {
            return new PostgresPrograms(binaries.unpackBelow(inData), prefix);
        }
    }

    /** Runs one program to its end. @throws IOException with what it said, when it fails */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Path said = Files.createTempFile("baton-", ".txt");
        try {
            // To a file, not a pipe: a server started by pg_ctl keeps a pipe open for as long as it lives.
            Process running = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            running.getOutputStream().close();
            if (running.waitFor() != 0) throw new IOException(program + ": " + oneLine(said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** Hands a file or folder to the user that the programs run as. */
    void own(Path path) throws IOException {
        if (!prefix.equals(AS_NOBODY)) return;
        UserPrincipal nobody =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) Files.setOwner(each, nobody);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> prefixForThisUser() {
        if (new UnixSystem().getUid() != 0) return List.of();
        if (succeeds(OWN_NAMESPACE)) return OWN_NAMESPACE;
        if (succeeds(AS_NOBODY)) return AS_NOBODY;
        throw new StartFailure("PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                + " run Baton as another user or set BATON_DATABASE_URL");
    }

    private static boolean succeeds(List<String> prefix) {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path caches =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("baton").toAbsolutePath();
    }

    private static String oneLine(Path said) throws IOException {
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> a + "; " + b)
                .orElse("failed without a word");
    }
}
