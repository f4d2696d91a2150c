package org.kezheng.simulation;

import java.util.SplittableRandom;
import org.kezheng.acd.engine.Limits;

/// How large the world of one life is.
///
/// @param queues configured at most
record WorldSize(int agents, int queues, int skills, Limits limits) {
    private static final long SECOND = 1_000_000;

    /// Small, so that everything meets everything else, and limits are reached.
    static WorldSize random(SplittableRandom random) {
        int agents = 2 + random.nextInt(11);
        int contacts = 6 + random.nextInt(50);
        int effects = random.nextInt(4) == 0 ? 3 * contacts : 5 * contacts;
        Limits limits = new Limits(
                contacts,
                agents,
                6,
                8,
                2_000,
                4 + random.nextInt(20),
                1 + random.nextInt(6),
                1 + random.nextInt(6),
                1 + random.nextInt(4),
                2 + random.nextInt(6),
                effects,
                200,
                4 + random.nextInt(61),
                (300 + random.nextInt(1_200)) * SECOND);
        return new WorldSize(agents, 1 + random.nextInt(6), 4, limits);
    }
}
