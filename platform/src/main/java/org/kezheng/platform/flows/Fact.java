package org.kezheng.platform.flows;

import java.util.Locale;

/// What may be known of a caller. Each is false until it is known.
public enum Fact {
    /// The number belongs to a customer.
    KNOWN,
    VIP,
    /// Marked as a nuisance, and the mark has not expired.
    NUISANCE,
    /// The number was kept back.
    ANONYMOUS,
    /// In this call the caller has proved to be the customer.
    VERIFIED,
    /// In this call the caller has chosen not to be recorded.
    RECORDING_REFUSED;

    /// As flows write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
