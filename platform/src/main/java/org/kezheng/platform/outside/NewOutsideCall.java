package org.kezheng.platform.outside;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.platform.gate.Way;
import org.kezheng.security.secret.SecretString;

/// A call to the outside that somebody wants.
///
/// @param ownNumber the access number to send; null: the gate chooses
public record NewOutsideCall(
        Way way,
        String purpose,
        SecretString number,
        Voucher voucher,
        @Nullable String ownNumber) {}
