package dev.baton.files;

import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.apache.tika.Tika;

/** The bytes of files, on disk: one file per id, in folders by the last two digits, under names that nobody outside chose. */
@ApplicationScoped
class FileBytesStore {

    private static final String PREVIEW = ".preview";
    private static final int PIECE = 64 * 1024;

    private final Path root;
    private final long largest;
    private final Tika tika = new Tika();

    FileBytesStore(Settings settings) {
        String written = settings.get(Settings.FILES);
        this.root = written.isEmpty()
                ? settings.data().resolve("files")
                : Path.of(written).toAbsolutePath();
        this.largest = settings.get(Settings.FILE_BYTES);
    }

    /** Bytes that have arrived and are not kept yet. */
    record Arrived(Path path, long size, byte[] sha256, String type) {}

    long largest() {
        return largest;
    }

    /**
     * Takes a body in, piece by piece, and looks at what it is: by its content alone.
     *
     * @throws Refused {@code too_large} as soon as it is
     */
    Arrived receive(InputStream body) {
        try {
            Path incoming = Files.createDirectories(root.resolve("incoming"));
            Path path = Files.createTempFile(incoming, "upload", ".part");
            try {
                return received(body, path);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves bytes to their place, on disk before anybody refers to them. */
    void keep(Path from, FileId id) {
        move(from, place(id, ""));
    }

    void keepPreview(Path from, FileId id) {
        move(from, place(id, PREVIEW));
    }

    Path scratch() {
        try {
            return Files.createTempFile(Files.createDirectories(root.resolve("incoming")), "picture", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bytes lie; the preview falls back to the whole where there is none. */
    Path find(FileId id, boolean preview) {
        Path small = place(id, PREVIEW);
        return preview && Files.exists(small) ? small : place(id, "");
    }

    void delete(FileId id) {
        discard(place(id, ""));
        discard(place(id, PREVIEW));
    }

    void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Arrived received(InputStream body, Path path) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] piece = new byte[PIECE];
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                size += read;
                if (size > largest) {
                    throw new Refused(413, "too_large", Map.of("limit", largest));
                }
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
            }
        }
        if (size == 0) {
            throw Refused.invalid("body", "required");
        }
        try (InputStream content = Files.newInputStream(path)) {
            return new Arrived(path, size, digest.digest(), tika.detect(content));
        }
    }

    private Path place(FileId id, String suffix) {
        String name = id.toString();
        return root.resolve(name.substring(name.length() - 2)).resolve(name + suffix);
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            try (var channel = java.nio.channels.FileChannel.open(from, java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
