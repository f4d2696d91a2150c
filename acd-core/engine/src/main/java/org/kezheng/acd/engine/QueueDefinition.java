package org.kezheng.acd.engine;

import java.util.List;

/// A queue of one client on one channel.
///
/// @param priority added to each contact's own
/// @param rings one to four, by ascending beginning
public record QueueDefinition(
        QueueId queue,
        String code,
        ClientId client,
        Channel channel,
        int priority,
        List<Ring> rings,
        QueueTimes times,
        QueueBounds bounds,
        OfferPolicy policy) {
    public static final int MAX_RINGS = 4;

    public QueueDefinition {
        Checks.code(code, "A queue's code");
        Checks.priority(priority);
        rings = List.copyOf(rings);
        Checks.within(rings.size(), 1, MAX_RINGS, "The number of a queue's rings");
    }

    /// A queue for calls with one ring, no priority, no bounds and the standard policy.
    public QueueDefinition(
            QueueId queue, String code, ClientId client, List<SkillRequirement> requirements, QueueTimes times) {
        this(
                queue,
                code,
                client,
                Channel.VOICE,
                0,
                List.of(new Ring(0, requirements)),
                times,
                QueueBounds.NONE,
                OfferPolicy.STANDARD);
    }
}
