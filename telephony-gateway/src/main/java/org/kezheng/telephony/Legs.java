package org.kezheng.telephony;

/// Agents' legs, and legs to the outside, are known by their channel's id, which we choose.
final class Legs {

    static final String PREFIX = "kz-offer-";

    /// Of legs to the outside.
    static final String OUTSIDE_PREFIX = "kz-out-";

    private Legs() {}

    /// Asterisk names a leg's second half `<id>;2` where a channel has two; those are never a leg of their own.
    static boolean isLegId(String channelId) {
        return (channelId.startsWith(PREFIX) || isOutside(channelId)) && channelId.indexOf(';') < 0;
    }

    static boolean isOutside(String channelId) {
        return channelId.startsWith(OUTSIDE_PREFIX);
    }

    static void requireLegId(String legId) {
        Tokens.name(legId, "leg");
        if (!isLegId(legId)) {
            throw new IllegalArgumentException("not a valid leg");
        }
    }
}
