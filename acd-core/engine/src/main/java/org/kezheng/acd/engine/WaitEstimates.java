package org.kezheng.acd.engine;

import java.util.Arrays;

/// How long contacts will wait, by queue: how often one is answered, smoothed, and by how much the estimates were
/// wrong.
final class WaitEstimates {
    static final long UNKNOWN = -1;

    private static final int SMOOTHING = 3;

    private final long[] lastAnswer;
    private final long[] interval;
    private final long[] error;

    WaitEstimates(int queues) {
        lastAnswer = new long[queues];
        interval = new long[queues];
        error = new long[queues];
        Arrays.fill(lastAnswer, UNKNOWN);
        Arrays.fill(interval, UNKNOWN);
        Arrays.fill(error, UNKNOWN);
    }

    /// A contact was answered for the first time.
    ///
    /// @param predicted when it entered the queue; unknown otherwise
    void answered(int queue, long now, long predicted, long waited) {
        if (lastAnswer[queue] != UNKNOWN) {
            interval[queue] = smooth(interval[queue], now - lastAnswer[queue]);
        }
        lastAnswer[queue] = now;
        if (predicted != UNKNOWN) {
            error[queue] = smooth(error[queue], Math.abs(predicted - waited));
        }
    }

    long estimate(int queue, long now, int ahead) {
        if (interval[queue] == UNKNOWN) {
            return UNKNOWN;
        }
        return (ahead + 1) * Math.max(interval[queue], now - lastAnswer[queue]);
    }

    long error(int queue) {
        return error[queue];
    }

    private static long smooth(long old, long value) {
        return old == UNKNOWN ? value : old + ((value - old) >> SMOOTHING);
    }

    void copy(int queue, WaitEstimates from, int fromQueue) {
        lastAnswer[queue] = from.lastAnswer[fromQueue];
        interval[queue] = from.interval[fromQueue];
        error[queue] = from.error[fromQueue];
    }

    void digest(Digest digest) {
        for (int queue = 0; queue < error.length; queue++) {
            digest.add(lastAnswer[queue]);
            digest.add(interval[queue]);
            digest.add(error[queue]);
        }
    }

    void save(StateSink sink) {
        for (int queue = 0; queue < error.length; queue++) {
            sink.number(lastAnswer[queue]);
            sink.number(interval[queue]);
            sink.number(error[queue]);
        }
    }

    void restore(StateSource source) {
        for (int queue = 0; queue < error.length; queue++) {
            lastAnswer[queue] = source.number();
            interval[queue] = source.number();
            error[queue] = source.number();
        }
    }
}
