package org.kezheng.platform.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.security.secret.SecretString;

/// An appointment that an agent makes.
///
/// @param number in its normal form
record NewAppointment(
        SecretString number,
        @Nullable Long customer,
        Instant dueAt,
        SecretString note,
        String queue,
        Voucher voucher) {}
