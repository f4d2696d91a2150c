package org.kezheng.platform.gate;

import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.ConsentId;
import org.kezheng.platform.http.Problem;

/// Vouchers as people name them. A caller's own request is never named by people: the platform knows of it.
public final class Vouchers {
    private Vouchers() {}

    /// The consent of this id; nothing where none is named.
    ///
    /// @throws Problem when the id is none
    public static Voucher consent(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return new Voucher.None();
        }
        try {
            return new Voucher.Consent(new ConsentId(Long.parseLong(id.strip())));
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid("voucher", "gate.voucher-id", "The id of a consent");
        }
    }
}
