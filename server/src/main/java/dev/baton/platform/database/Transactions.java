package dev.baton.platform.database;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Runs work inside one transaction: all of it is kept, or none. */
@Singleton
public final class Transactions {

    private final Jdbi jdbi;

    public Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The work's answer, after the commit. */
    public <T> T in(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Returns after the commit. */
    public void run(Consumer<Handle> work) {
        jdbi.useTransaction(work::accept);
    }
}
