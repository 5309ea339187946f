package dev.baton.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A line to a database that breaks when it hurts most: the database commits, and who asked for it never hears of it. While
 * it is down nobody gets through at all.
 */
public final class Cutter implements AutoCloseable {

    private final TestDatabase database;
    private final ServerSocket door;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicBoolean staysDown = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean down;

    public Cutter(TestDatabase database) {
        this.database = database;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** The database as seen through this line. */
    public Jdbi jdbi() {
        var source = new PGSimpleDataSource();
        source.setUrl(TestCluster.jdbc(database.url())
                .replaceFirst("(://[^:/]+):[0-9]+", "://127.0.0.1:" + door.getLocalPort()));
        return Jdbi.create(source).installPlugin(new PostgresPlugin()).installPlugin(new SqlValues());
    }

    /** The next commit arrives, its answer does not. */
    public void cutTheNextAnswer() {
        armed.set(true);
    }

    /** Likewise, and nobody gets through until {@link #mend}. */
    public void cutTheNextAnswerAndStayDown() {
        staysDown.set(true);
        armed.set(true);
    }

    /** Nobody gets through until {@link #mend}. */
    public void cut() {
        down = true;
    }

    public void mend() {
        down = false;
    }

    /** How often somebody has tried to connect while it was down. */
    public int attemptsWhileDown() {
        return attempts.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (down) {
                    attempts.incrementAndGet();
                    client.close();
                    continue;
                }
                var address = URI.create(database.url());
                var server = new Socket(address.getHost(), address.getPort());
                var cut = new AtomicBoolean();
                Thread.ofVirtual().start(() -> questions(client, server, cut));
                Thread.ofVirtual().start(() -> answers(client, server, cut));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void questions(Socket client, Socket server, AtomicBoolean cut) {
        var chunk = new byte[65_536];
        try (client;
                server;
                InputStream in = client.getInputStream()) {
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                if (new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")
                        && armed.compareAndSet(true, false)) {
                    down = staysDown.getAndSet(false);
                    cut.set(true);
                }
                server.getOutputStream().write(chunk, 0, read);
                server.getOutputStream().flush();
            }
        } catch (IOException over) {
            // One of them has hung up.
        }
    }

    private void answers(Socket client, Socket server, AtomicBoolean cut) {
        var chunk = new byte[65_536];
        try (client;
                server;
                InputStream in = server.getInputStream()) {
            for (int read = in.read(chunk); read > 0 && !cut.get(); read = in.read(chunk)) {
                client.getOutputStream().write(chunk, 0, read);
                client.getOutputStream().flush();
            }
        } catch (IOException over) {
            // One of them has hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
