package org.kezheng.acd.engine;

/// The bounds of a queue.
///
/// @param maxWaiting waiting contacts; 0: as many as the limits allow
/// @param whenFull for a contact that comes when so many wait
/// @param whenWaitedTooLong for a contact that has waited for the longest wait
/// @param maxResting of the agents of the queue's first ring, how many may rest at once; 0: any number
public record QueueBounds(int maxWaiting, Overflow whenFull, Overflow whenWaitedTooLong, int maxResting) {
    private static final int MOST = 1 << 20;

    /// No bounds but the longest wait, which disconnects.
    public static final QueueBounds NONE = new QueueBounds(0, new Overflow.Disconnect(), new Overflow.Disconnect(), 0);

    public QueueBounds {
        Checks.within(maxWaiting, 0, MOST, "A queue's length");
        Checks.within(maxResting, 0, MOST, "The number of resting agents");
    }
}
