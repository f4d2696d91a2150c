package org.kezheng.acd.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The queues of a configuration, laid out for decisions: by place, in order of their ids.
final class QueueTable {
    static final int NONE = -1;

    private static final int RINGS = QueueDefinition.MAX_RINGS;

    private final QueueDefinition[] definitions;
    private final int[] ids;
    /// By queue and ring.
    private final int[] groups;
    private final long[] ringAfter;

    private final int[] ringCounts;
    private final long[] offerTimeouts;
    private final long[] wrapUpLimits;
    private final long[] maxWaits;
    private final int[] priorities;
    private final int[] maxWaiting;

    QueueTable(List<QueueDefinition> queues) {
        definitions = queues.stream()
                .sorted(Comparator.comparingInt(queue -> queue.queue().value()))
                .toArray(QueueDefinition[]::new);
        int count = definitions.length;
        ids = new int[count];
        groups = new int[count * RINGS];
        ringAfter = new long[count * RINGS];
        ringCounts = new int[count];
        offerTimeouts = new long[count];
        wrapUpLimits = new long[count];
        maxWaits = new long[count];
        priorities = new int[count];
        maxWaiting = new int[count];
        for (int queue = 0; queue < count; queue++) {
            fill(queue, definitions[queue]);
        }
    }

    private void fill(int queue, QueueDefinition definition) {
        ids[queue] = definition.queue().value();
        ringCounts[queue] = definition.rings().size();
        for (int ring = 1; ring <= ringCounts[queue]; ring++) {
            ringAfter[queue * RINGS + ring - 1] =
                    definition.rings().get(ring - 1).afterMicros();
        }
        offerTimeouts[queue] = definition.times().offerTimeoutMicros();
        wrapUpLimits[queue] = definition.times().wrapUpLimitMicros();
        maxWaits[queue] = definition.times().maxWaitMicros();
        priorities[queue] = definition.priority();
        maxWaiting[queue] = definition.bounds().maxWaiting();
    }

    int count() {
        return ids.length;
    }

    /// The queue's place, or [#NONE].
    int find(int queueId) {
        int at = Arrays.binarySearch(ids, queueId);
        return at < 0 ? NONE : at;
    }

    int id(int queue) {
        return ids[queue];
    }

    QueueDefinition definition(int queue) {
        return definitions[queue];
    }

    int rings(int queue) {
        return ringCounts[queue];
    }

    /// @param ring from 1
    int group(int queue, int ring) {
        return groups[queue * RINGS + ring - 1];
    }

    void setGroup(int queue, int ring, int group) {
        groups[queue * RINGS + ring - 1] = group;
    }

    long ringAfter(int queue, int ring) {
        return ringAfter[queue * RINGS + ring - 1];
    }

    /// The highest ring that has begun after a time in the queue.
    int dueRing(int queue, long waited) {
        int ring = 1;
        while (ring < ringCounts[queue] && ringAfter(queue, ring + 1) <= waited) {
            ring++;
        }
        return ring;
    }

    long offerTimeout(int queue) {
        return offerTimeouts[queue];
    }

    long wrapUpLimit(int queue) {
        return wrapUpLimits[queue];
    }

    long maxWait(int queue) {
        return maxWaits[queue];
    }

    int priority(int queue) {
        return priorities[queue];
    }

    /// 0: any number.
    int maxWaiting(int queue) {
        return maxWaiting[queue];
    }
}
