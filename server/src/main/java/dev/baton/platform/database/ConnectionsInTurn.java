package dev.baton.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Lets no more callers into the pool than it has connections; the others wait here, in the order they came.
 *
 * <p>Agroal 3.2 spins while connections are being made and its permits are taken (its issues 201 and 214). A virtual thread
 * that spins keeps its carrier, so with as many spinning callers as cores nobody finishes any more: forty sign-ins at once
 * stopped the whole server on two cores. Whoever comes in one at a time per connection never spins.
 */
final class ConnectionsInTurn implements ConnectionFactory {

    private static final long LONGEST_WAIT_SECONDS = 5;

    private final DataSource pool;
    private final Semaphore turns;

    ConnectionsInTurn(DataSource pool, int connections) {
        this.pool = pool;
        this.turns = new Semaphore(connections, true);
    }

    @Override
    public Connection openConnection() throws SQLException {
        takeTurn();
        try {
            return pool.getConnection();
        } catch (SQLException | RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            turns.release();
        }
    }

    /** Without a SQL state, like a pool that has none left: the caller is told that we are overloaded. */
    private void takeTurn() throws SQLException {
        try {
            if (turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLException("no connection became free within %d s".formatted(LONGEST_WAIT_SECONDS));
    }
}
