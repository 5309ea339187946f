package dev.baton.files;

import dev.baton.identity.AgentId;
import dev.baton.identity.CustomerId;
import dev.baton.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code files}. */
@ApplicationScoped
class FileStore {

    private static final String COLUMNS = "id, customer, account, conversation, name, type, size, width, height";

    void insert(Handle handle, Attachment file, Viewer uploader, byte[] sha256) {
        handle.createUpdate("""
                INSERT INTO files (id, customer, account, name, type, size, width, height, sha256)
                VALUES (:id, :customer, :account, :name, :type, :size, :width, :height, :sha256)""")
                .bind("id", file.id().value())
                .bindByType("customer", customerOf(uploader), UUID.class)
                .bindByType("account", accountOf(uploader), UUID.class)
                .bind("name", file.name())
                .bind("type", file.type())
                .bind("size", file.size())
                .bindByType("width", file.width(), Integer.class)
                .bindByType("height", file.height(), Integer.class)
                .bind("sha256", sha256)
                .execute();
    }

    Optional<FileRow> find(Handle handle, FileId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM files WHERE id = :id")
                .bind("id", id.value())
                .map(FileStore::row)
                .findOne();
    }

    List<FileRow> find(Handle handle, Collection<FileId> ids) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM files WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.stream().map(FileId::value).toArray())
                .map(FileStore::row)
                .list();
    }

    int countUnsent(Handle handle, Viewer uploader) {
        return handle.createQuery("""
                SELECT count(*) FROM files
                WHERE conversation IS NULL AND (customer = :customer OR account = :account)""")
                .bindByType("customer", customerOf(uploader), UUID.class)
                .bindByType("account", accountOf(uploader), UUID.class)
                .mapTo(Integer.class)
                .one();
    }

    /** Removes the rows of files that nobody sent; the bytes are the caller's to remove after the commit. */
    List<FileId> deleteUnsent(Handle handle, Duration olderThan) {
        return handle.createQuery("""
                DELETE FROM files
                WHERE conversation IS NULL AND created_at < baton_now() - :seconds * interval '1 second'
                RETURNING id""")
                .bind("seconds", olderThan.toSeconds())
                .map((row, context) -> new FileId(row.getObject(1, UUID.class)))
                .list();
    }

    private static UUID customerOf(Viewer uploader) {
        return switch (uploader) {
            case Viewer.Customer customer -> customer.id().value();
            case Viewer.Staff _, Viewer.Machine _ -> null;
        };
    }

    private static UUID accountOf(Viewer uploader) {
        return switch (uploader) {
            case Viewer.Staff staff -> staff.id().value();
            case Viewer.Customer _, Viewer.Machine _ -> null;
        };
    }

    private static FileRow row(ResultSet row, StatementContext context) throws SQLException {
        UUID customer = row.getObject("customer", UUID.class);
        UUID account = row.getObject("account", UUID.class);
        return new FileRow(
                new Attachment(
                        new FileId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class)),
                customer == null ? null : new CustomerId(customer),
                account == null ? null : new AgentId(account),
                row.getObject("conversation", UUID.class));
    }
}
