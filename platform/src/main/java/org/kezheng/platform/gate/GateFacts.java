package org.kezheng.platform.gate;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.Purpose;

/// All that a decision rests on, read beforehand, so that deciding is pure.
///
/// @param now in the time zone of the people who are called
/// @param voucher what the voucher says; null: there is none, or none of this client
/// @param calls when the number was called in the last seven days
/// @param ownNumber the own number that would be sent; null: none may be
/// @param noTrunk why no trunk can take the call; empty: one can
record GateFacts(
        Way way,
        boolean isSiteEnabled,
        GateParameters parameters,
        ZonedDateTime now,
        boolean isHoliday,
        @Nullable Purpose purpose,
        NumberStanding number,
        @Nullable VoucherStanding voucher,
        List<Instant> calls,
        @Nullable String ownNumber,
        OwnNumberCalls ownNumberCalls,
        String noTrunk) {
    GateFacts {
        calls = List.copyOf(calls);
    }

    /// How often an own number has called of late.
    record OwnNumberCalls(int inHour, int inMinute) {
        static final OwnNumberCalls NONE = new OwnNumberCalls(0, 0);
    }

    Optional<VoucherStanding> voucherStanding() {
        return Optional.ofNullable(voucher);
    }

    /// What is known of the number itself.
    ///
    /// @param isRefused on the do-not-call list
    /// @param isOutsideNumber on the client's list of numbers to which calls may be handed
    /// @param isAgentsMobile set by a supervisor as the mobile of one of the client's agents
    record NumberStanding(Form form, boolean isRefused, boolean isOutsideNumber, boolean isAgentsMobile) {}

    /// Whether a number may be dialled at all.
    enum Form {
        DIALLABLE("diallable"),
        NO_NUMBER("no-number"),
        /// An emergency or service number of few digits.
        TOO_SHORT("too-short"),
        /// Digits that begin as no number does that people have: a carrier's prefix leads to whom the rest names.
        PREFIX("prefix"),
        OWN("own-number");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /// What a voucher says about this number.
    ///
    /// @param purpose for which it was given
    record VoucherStanding(
            boolean isOfNumber,
            String purpose,
            boolean isOwnRequest,
            Instant givenAt,
            Instant expiresAt,
            @Nullable Instant withdrawnAt) {}
}
