package org.kezheng.acd.engine;

/// What a queue counts. By place in the plan; carried over by id when the plan changes.
final class QueueStatistics {
    private final int[] ids;
    final int[] waiting;
    final long[] entered;
    final WaitEstimates estimates;

    QueueStatistics(QueueTable queues) {
        ids = new int[queues.count()];
        for (int queue = 0; queue < ids.length; queue++) {
            ids[queue] = queues.id(queue);
        }
        waiting = new int[ids.length];
        entered = new long[ids.length];
        estimates = new WaitEstimates(ids.length);
    }

    /// Who waits is counted anew.
    void carryOver(QueueStatistics former, QueueTable queues) {
        for (int queue = 0; queue < former.ids.length; queue++) {
            int now = queues.find(former.ids[queue]);
            if (now != QueueTable.NONE) {
                entered[now] = former.entered[queue];
                estimates.copy(now, former.estimates, queue);
            }
        }
    }

    void digest(Digest digest) {
        for (int queue = 0; queue < ids.length; queue++) {
            digest.add(waiting[queue]);
            digest.add(entered[queue]);
        }
        estimates.digest(digest);
    }

    void save(StateSink sink) {
        for (long count : entered) {
            sink.number(count);
        }
        estimates.save(sink);
    }

    void restore(StateSource source) {
        for (int queue = 0; queue < ids.length; queue++) {
            entered[queue] = source.number();
        }
        estimates.restore(source);
    }
}
