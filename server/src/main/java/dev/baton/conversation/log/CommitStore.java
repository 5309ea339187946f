package dev.baton.conversation.log;

import dev.baton.conversation.log.Submission.Result;
import dev.baton.platform.GroupCommit.Outcome;
import dev.baton.platform.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** One transaction for many commands. What happened is told only after the commit. */
final class CommitStore {

    private final Jdbi jdbi;
    private final PolicyStore policies;
    private final Consumer<Committed> committed;

    CommitStore(Jdbi jdbi, PolicyStore policies, Consumer<Committed> committed) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.committed = committed;
    }

    /** Two transactions that met on one customer's open conversation: the second sees the first now. */
    private static final int ATTEMPTS = 3;

    private static final String DEADLOCK = "40P01";

    List<Outcome<Result>> commit(List<Submission> submissions) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> new CommitBatchStore(handle, policies, committed).run(submissions));
            } catch (UnableToExecuteStatementException e) {
                if (attempt == ATTEMPTS || !metAnother(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean metAnother(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException sql
                && (Database.violates(sql, "conversations_open") || DEADLOCK.equals(sql.getSQLState()));
    }
}
