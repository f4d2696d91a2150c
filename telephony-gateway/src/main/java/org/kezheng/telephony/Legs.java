package org.kezheng.telephony;

import java.util.regex.Pattern;

/// Agents' legs, and legs to the outside, are known by their channel's id, which we choose.
final class Legs {

    static final String PREFIX = "kz-offer-";

    /// How the legs of agents' mobiles end: with the place of their trunk. A second try by another trunk is another
    /// leg.
    private static final Pattern MOBILE = Pattern.compile(PREFIX + "[0-9]{1,18}-m[1-9]");

    /// Of legs to the outside.
    static final String OUTSIDE_PREFIX = "kz-out-";

    /// Of legs that listen in. They are no legs of a call.
    static final String LISTENER_PREFIX = "kz-listen-";

    /// Of calls by which a device is tried. They are no legs: no call knows of them.
    static final String TEST_PREFIX = "kz-test-";

    private Legs() {}

    /// Asterisk names a leg's second half `<id>;2` where a channel has two; those are never a leg of their own.
    static boolean isLegId(String channelId) {
        return (channelId.startsWith(PREFIX) || isOutside(channelId)) && channelId.indexOf(';') < 0;
    }

    static boolean isOutside(String channelId) {
        return channelId.startsWith(OUTSIDE_PREFIX);
    }

    /// Whether it is an agent's leg that goes to the outside.
    static boolean isMobile(String channelId) {
        return MOBILE.matcher(channelId).matches();
    }

    /// Whether a trunk carries the leg, which has a time of its own.
    static boolean isByTrunk(String channelId) {
        return isOutside(channelId) || isMobile(channelId);
    }

    static boolean isListener(String channelId) {
        return channelId.startsWith(LISTENER_PREFIX) && channelId.indexOf(';') < 0;
    }

    static void requireListener(String legId) {
        Tokens.name(legId, "leg");
        if (!isListener(legId)) {
            throw new IllegalArgumentException("not a valid leg of a listener");
        }
    }

    static boolean isTestId(String channelId) {
        return channelId.startsWith(TEST_PREFIX) && channelId.indexOf(';') < 0;
    }

    /// The name says whether the device is a mobile, so that whoever meets the leg later knows it.
    static void requireLegOf(AgentDevice device, String legId) {
        requireLegId(legId);
        if (isMobile(legId) != device instanceof AgentDevice.Mobile) {
            throw new IllegalArgumentException("not a valid leg of that device");
        }
    }

    static void requireLegId(String legId) {
        Tokens.name(legId, "leg");
        if (!isLegId(legId)) {
            throw new IllegalArgumentException("not a valid leg");
        }
    }
}
