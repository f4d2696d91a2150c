package org.kezheng.platform.calls;

/// The name that the PBX gave a call's channel, `seconds.counter`. It is inside the contact's id: 33 bits of
/// seconds, then 20 bits of counter.
final class PbxUniqueId {
    private static final int COUNTER_BITS = 20;
    private static final int SECONDS_BITS = 33;

    private PbxUniqueId() {}

    static String of(long contact) {
        long seconds = contact >>> COUNTER_BITS & ((1L << SECONDS_BITS) - 1);
        long counter = contact & ((1L << COUNTER_BITS) - 1);
        return seconds + "." + counter;
    }
}
