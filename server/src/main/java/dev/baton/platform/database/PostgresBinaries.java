package dev.baton.platform.database;

import dev.baton.platform.StartFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel inside the server, unpacked once and kept. */
final class PostgresBinaries {

    private static final Pattern VERSION_IN_JAR_NAME = Pattern.compile("-(\\d+)\\.(\\d+\\.\\d+)\\.jar!");

    private final URL archive;
    private final int major;
    private final String version;

    PostgresBinaries() {
        String name = "postgres-" + system() + "-" + machine() + ".txz";
        archive = Thread.currentThread().getContextClassLoader().getResource(name);
        if (archive == null) {
            throw new StartFailure("no embedded PostgreSQL for this kind of machine (" + name
                    + "): set BATON_DATABASE_URL to an existing one");
        }
        Matcher found = VERSION_IN_JAR_NAME.matcher(archive.toString());
        if (!found.find()) throw new IllegalStateException("no version in " + archive);
        major = Integer.parseInt(found.group(1));
        version = found.group(1) + "." + found.group(2);
    }

    /** The major version, which the files of a database belong to. */
    int major() {
        return major;
    }

    /**
     * Unpacks below {@code folder} unless that was done before; returns the folder with {@code bin/postgres}. Two servers
     * may do this at once: each unpacks for itself, the first one to finish wins.
     */
    Path unpackBelow(Path folder) throws IOException {
        Path home = folder.resolve("postgres-" + version);
        if (Files.isExecutable(home.resolve("bin/postgres"))) return home;
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        unpackInto(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(fresh);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) throw e;
        }
        return home;
    }

    private void unpackInto(Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) throw new IOException("entry outside the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean program = target.getParent().getFileName().toString().equals("bin");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
