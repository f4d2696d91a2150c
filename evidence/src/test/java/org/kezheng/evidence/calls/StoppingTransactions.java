package org.kezheng.evidence.calls;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/// Transactions of a process that is killed at one of its commits: just before it, or just after it, when the process
/// does not learn any more that it took place.
final class StoppingTransactions implements PlatformTransactionManager {
    enum When {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PlatformTransactionManager real;
    private final When when;
    private int commitsLeft;

    /// @param commit counted from 1
    StoppingTransactions(PlatformTransactionManager real, int commit, When when) {
        this.real = real;
        this.commitsLeft = commit;
        this.when = when;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        commitsLeft--;
        if (commitsLeft == 0 && when == When.BEFORE_COMMIT) {
            real.rollback(status);
            throw new Killed();
        }
        real.commit(status);
        if (commitsLeft == 0) {
            throw new Killed();
        }
    }

    @Override
    public void rollback(TransactionStatus status) {
        real.rollback(status);
    }
}
