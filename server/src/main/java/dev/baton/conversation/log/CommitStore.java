package dev.baton.conversation.log;

import dev.baton.conversation.Entry;
import dev.baton.conversation.log.Submission.Result;
import dev.baton.hours.Calendars;
import dev.baton.platform.GroupCommit;
import dev.baton.platform.GroupCommit.Outcome;
import dev.baton.platform.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** One transaction for many commands. What happened is told only after the commit. */
final class CommitStore implements GroupCommit.Batch<Submission, Result> {

    /** Two transactions that met on one customer's open conversation: the second sees the first now. */
    private static final int ATTEMPTS = 3;

    private static final String DEADLOCK = "40P01";

    private final Jdbi jdbi;
    private final PolicyStore policies;
    private final Calendars calendars;
    private final Tellings tellings;

    /** What the database went away with: at most one for each lane, since nothing more is written before they are settled. */
    private final Queue<Writing> unsettled = new ConcurrentLinkedQueue<>();

    CommitStore(Jdbi jdbi, PolicyStore policies, Calendars calendars, Consumer<Committed> committed) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.policies = policies;
        tellings = new Tellings(committed);
    }

    /** A transaction that was about to write and to commit, and what its members are to be answered if it did. */
    private record Writing(List<Entry> entries, List<Outcome<Result>> outcomes) {}

    private static final Writing NOTHING = new Writing(List.of(), List.of());

    /** The database went away with a transaction and does not tell yet what became of it. */
    private static final class Unsettled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsettled(RuntimeException cause) {
            super("not known yet what was committed before", cause);
        }
    }

    @Override
    public List<Outcome<Result>> commit(List<Submission> submissions) {
        settle();
        for (int attempt = 1; ; attempt++) {
            var writing = new AtomicReference<>(NOTHING);
            var telling = tellings.turn();
            boolean stored = false;
            try {
                var outcomes = jdbi.inTransaction(handle -> run(handle, submissions, telling, writing));
                stored = true;
                return outcomes;
            } catch (RuntimeException e) {
                boolean away = Database.isAway(e);
                stored = away && isStoredAfterAll(writing.get(), e);
                if (stored) {
                    return writing.get().outcomes;
                }
                if (attempt == ATTEMPTS || !(away || metAnother(e))) {
                    throw e;
                }
            } finally {
                if (!stored) {
                    telling.giveUp();
                }
            }
        }
    }

    private List<Outcome<Result>> run(
            Handle handle, List<Submission> submissions, Tellings.Turn telling, AtomicReference<Writing> writing) {
        var batch = new CommitBatchStore(handle, policies, new AdmissionStore(handle, calendars), telling);
        var outcomes = batch.decide(submissions);
        writing.set(new Writing(batch.entries(), outcomes));
        batch.write();
        return outcomes;
    }

    /**
     * The database may have kept what it never acknowledged: nobody shall be refused what has happened. When it is back at
     * once, this is known; else it is asked before anything more is written.
     */
    private boolean isStoredAfterAll(Writing writing, RuntimeException lost) {
        try {
            return isStored(writing);
        } catch (RuntimeException stillAway) {
            if (!writing.entries.isEmpty()) {
                unsettled.add(writing);
            }
            lost.addSuppressed(stillAway);
            throw lost;
        }
    }

    private boolean isStored(Writing writing) {
        var conversations = writing.entries.stream().map(Entry::conversation).collect(Collectors.toSet());
        return jdbi.inTransaction(handle -> {
            // A server that has not noticed yet that we are gone holds the locks until it has committed or not.
            ConversationStore.await(handle, conversations);
            return EntryStore.areStored(handle, writing.entries) && !writing.entries.isEmpty();
        });
    }

    /** Tells what was committed by transactions that the database went away with; their members have been answered. */
    synchronized void settle() {
        for (var writing = unsettled.peek(); writing != null; writing = unsettled.peek()) {
            try {
                if (isStored(writing)) {
                    writing.outcomes.stream()
                            .map(Outcome::told)
                            .filter(Objects::nonNull)
                            .forEach(Runnable::run);
                }
                unsettled.remove(writing);
            } catch (RuntimeException away) {
                throw new Unsettled(away);
            }
        }
    }

    @Override
    public boolean failsAll(Throwable failure) {
        return failure instanceof Unsettled || Database.isAway(failure);
    }

    private static boolean metAnother(RuntimeException failure) {
        return failure instanceof UnableToExecuteStatementException
                && failure.getCause() instanceof SQLException sql
                && (Database.violates(sql, "conversations_open") || DEADLOCK.equals(sql.getSQLState()));
    }
}
