package org.kezheng.platform.gate;

import org.jspecify.annotations.Nullable;
import org.kezheng.security.secret.SecretString;

/// A leg to the outside that somebody wants. The number is held in memory only and prints as `[REDACTED]`.
///
/// @param purpose as it was asked for; the gate says whether it is one
/// @param wantedOwnNumber the access number to send; null: the gate chooses
/// @param contact the contact that the leg is for; null where there is none yet
/// @param askedBy the user who asked, or `platform`
/// @param stage whether it is asked beforehand, or dialled at once when allowed
public record GateRequest(
        Way way,
        String purpose,
        SecretString number,
        Voucher voucher,
        @Nullable String wantedOwnNumber,
        @Nullable Long contact,
        String askedBy,
        Stage stage) {

    /// When the gate is asked. Only what is dialled counts as a call.
    public enum Stage {
        ASKED("asked"),
        DIALLED("dialled");

        private final String code;

        Stage(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The same request at the moment of dialling.
    public GateRequest dialled() {
        return new GateRequest(way, purpose, number, voucher, wantedOwnNumber, contact, askedBy, Stage.DIALLED);
    }
}
