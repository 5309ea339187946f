package dev.baton.conversation.log;

import dev.baton.conversation.log.Submission.Result;
import dev.baton.platform.GroupCommit.Outcome;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

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

    List<Outcome<Result>> commit(List<Submission> submissions) {
        return jdbi.inTransaction(handle -> new CommitBatchStore(handle, policies, committed).run(submissions));
    }
}
