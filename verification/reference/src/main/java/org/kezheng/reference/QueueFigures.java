package org.kezheng.reference;

/// What is known of the pace of a queue.
final class QueueFigures {
    private static final int SMOOTHING = 8;

    /// Contacts that ever entered the queue.
    long entered;

    private long lastAnswer = Contact.UNKNOWN;
    private long interval = Contact.UNKNOWN;
    private long error = Contact.UNKNOWN;

    void answered(long now, long predicted, long waited) {
        if (lastAnswer != Contact.UNKNOWN) {
            interval = smoothed(interval, now - lastAnswer);
        }
        lastAnswer = now;
        if (predicted != Contact.UNKNOWN) {
            error = smoothed(error, Math.abs(predicted - waited));
        }
    }

    private static long smoothed(long old, long value) {
        return old == Contact.UNKNOWN ? value : old + Math.floorDiv(value - old, SMOOTHING);
    }

    long estimate(long now, long ahead) {
        return interval == Contact.UNKNOWN ? Contact.UNKNOWN : (ahead + 1) * Math.max(interval, now - lastAnswer);
    }

    long error() {
        return error;
    }
}
