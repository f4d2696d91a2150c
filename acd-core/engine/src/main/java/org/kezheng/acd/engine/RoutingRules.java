package org.kezheng.acd.engine;

import java.util.List;

/// What holds over all queues.
///
/// @param priorityWeightMicros how much earlier one point of priority counts as having arrived
/// @param vipPriority points that a VIP has more
/// @param restReasons the reasons for being not ready that count as resting
/// @param blockings which channels shut which
public record RoutingRules(
        long priorityWeightMicros, int vipPriority, List<ReasonCode> restReasons, List<Blocking> blockings) {
    private static final long MAX_WEIGHT_MICROS = 24L * 3600 * 1_000_000;

    /// A point of priority is worth a minute, a VIP has 5; the reasons "rest" and "break" are rests; a call shuts all
    /// other channels.
    public static final RoutingRules STANDARD = new RoutingRules(
            60_000_000,
            5,
            List.of(new ReasonCode("rest"), new ReasonCode("break")),
            List.of(
                    new Blocking(Channel.VOICE, Channel.CHAT),
                    new Blocking(Channel.VOICE, Channel.MAIL),
                    new Blocking(Channel.VOICE, Channel.SOCIAL)));

    public RoutingRules {
        Checks.within(priorityWeightMicros, 0, MAX_WEIGHT_MICROS, "The weight of priority");
        Checks.priority(vipPriority);
        restReasons = List.copyOf(restReasons);
        blockings = List.copyOf(blockings);
    }
}
