package dev.baton.files;

import dev.baton.identity.Viewer;
import dev.baton.platform.HeavyWork;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The files that people send. */
@ApplicationScoped
public class Files {

    /** Uploaded and not sent, per person: enough for several messages, too few to fill a disk. */
    private static final int MOST_UNSENT = 50;

    private static final Duration UNSENT_KEPT = Duration.ofHours(24);

    private final Jdbi jdbi;
    private final FileStore store;
    private final FileBytesStore bytes;

    /** A decoded picture takes 100 MB: one at a time. */
    private final HeavyWork pictures = new HeavyWork("pictures", 1);

    Files(Jdbi jdbi, FileStore store, FileBytesStore bytes) {
        this.jdbi = jdbi;
        this.store = store;
        this.bytes = bytes;
    }

    /** The largest file that is taken, in bytes. */
    public long largest() {
        return bytes.largest();
    }

    /**
     * Takes a file in. Until a message carries it, only the uploader has it.
     *
     * @param name as the uploader's machine calls it; made harmless here
     * @throws Refused {@code too_large}, {@code invalid} (body required), {@code too_many_requests}
     */
    public Attachment upload(Viewer uploader, String name, InputStream body) {
        if (jdbi.withHandle(handle -> store.countUnsent(handle, uploader)) >= MOST_UNSENT) {
            throw new Refused(429, "too_many_requests", Map.of("retry_after_seconds", 60));
        }
        FileBytesStore.Arrived arrived = bytes.receive(body);
        FileId id = new FileId(Ids.next());
        try {
            Attachment file = kept(id, FileNames.clean(name), arrived);
            jdbi.useHandle(handle -> store.insert(handle, file, uploader, arrived.sha256()));
            return file;
        } catch (RuntimeException e) {
            bytes.delete(id);
            throw e;
        } finally {
            bytes.discard(arrived.path());
        }
    }

    public Optional<FileRow> find(FileId id) {
        return jdbi.withHandle(handle -> store.find(handle, id));
    }

    /** The attachments of these ids, for showing a message again; unknown ones are left out. */
    public Map<FileId, Attachment> attachments(Handle handle, java.util.Collection<FileId> ids) {
        Map<FileId, Attachment> found = new HashMap<>();
        if (!ids.isEmpty()) {
            store.find(handle, ids).forEach(row -> found.put(row.attachment().id(), row.attachment()));
        }
        return found;
    }

    /** How a file is handed out. */
    public record Download(Path path, String type, String disposition) {}

    /** The bytes; who may have them was decided by the caller. */
    public Download download(Attachment file, boolean preview) {
        boolean shown = Pictures.areShown(file.type()) && file.width() != null;
        return new Download(
                bytes.find(file.id(), preview && shown),
                shown ? file.type() : "application/octet-stream",
                FileNames.disposition(shown, file.name()));
    }

    /** Removes what was uploaded a day ago and never sent. */
    public void sweep() {
        jdbi.inTransaction(handle -> store.deleteUnsent(handle, UNSENT_KEPT)).forEach(bytes::delete);
    }

    /** Whether this person uploaded it. */
    public static boolean isUploader(FileRow file, Viewer viewer) {
        return switch (viewer) {
            case Viewer.Customer customer -> customer.id().equals(file.customer());
            case Viewer.Staff staff -> staff.id().equals(file.account());
            case Viewer.Machine _ -> false;
        };
    }

    private Attachment kept(FileId id, String name, FileBytesStore.Arrived arrived) {
        Optional<Pictures.Size> size = Pictures.areShown(arrived.type()) ? rewritten(id, arrived) : Optional.empty();
        if (size.isEmpty()) {
            bytes.keep(arrived.path(), id);
        }
        return new Attachment(
                id,
                name,
                arrived.type(),
                size.isPresent() ? bytes.find(id, false).toFile().length() : arrived.size(),
                size.map(Pictures.Size::width).orElse(null),
                size.map(Pictures.Size::height).orElse(null));
    }

    private Optional<Pictures.Size> rewritten(FileId id, FileBytesStore.Arrived arrived) {
        Path whole = bytes.scratch();
        Path preview = bytes.scratch();
        try {
            Optional<Pictures.Size> size = pictures.inTurn(() -> rewritten(arrived, whole, preview));
            if (size.isPresent()) {
                bytes.keep(whole, id);
                bytes.keepPreview(preview, id);
            }
            return size;
        } finally {
            bytes.discard(whole);
            bytes.discard(preview);
        }
    }

    private static Optional<Pictures.Size> rewritten(FileBytesStore.Arrived arrived, Path whole, Path preview) {
        try {
            return Pictures.rewrite(arrived.path(), arrived.type(), whole, preview);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
