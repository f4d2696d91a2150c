package org.kezheng.telephony;

import org.jspecify.annotations.Nullable;

/// Whom to call outside, and by which trunk.
///
/// @param number digits, with a plus before them or not
/// @param trunk  `host:port` of the carrier; null: where the PBX's own trunk leads
public record OutsideAddress(PhoneNumber number, @Nullable String trunk) {

    /// Refuses what could not be written into an order; the text of the refusal does not repeat the number.
    public OutsideAddress {
        if (!number.digits().matches("\\+?[0-9]{3,20}")) {
            throw new IllegalArgumentException("not a number to call outside");
        }
        if (trunk != null && !trunk.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}:[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("not the address of a trunk");
        }
    }

    /// As the PBX dials it.
    String dialString() {
        return trunk == null
                ? "PJSIP/" + number.digits() + "@trunk-out"
                : "PJSIP/trunk-out/sip:" + number.digits() + "@" + trunk;
    }
}
