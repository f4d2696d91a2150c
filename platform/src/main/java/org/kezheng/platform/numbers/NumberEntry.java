package org.kezheng.platform.numbers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the register says of a number.
///
/// @param number digits, as it is sent
/// @param certificate number of the certificate that assigns it; empty: not entered yet
/// @param scope where it may be used, such as a province
/// @param holder who holds the certificate
/// @param filedOn when it was filed; null: not filed
/// @param isOutbound whether it is meant for calls to the outside at all
/// @param noCallsCommitment reference of the document 骚扰电话禁呼承诺书; empty: none
/// @param conductCommitment reference of the document 不违规呼出承诺书; empty: none
public record NumberEntry(
        String number,
        String certificate,
        String scope,
        String holder,
        @Nullable LocalDate filedOn,
        Status status,
        boolean isOutbound,
        String noCallsCommitment,
        String conductCommitment) {

    /// How far a number is in its life.
    public enum Status {
        PLANNED("planned"),
        IN_USE("in-use"),
        SUSPENDED("suspended"),
        RETURNED("returned");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static @Nullable Status of(@Nullable String code) {
            for (Status status : values()) {
                if (status.code.equals(code)) {
                    return status;
                }
            }
            return null;
        }
    }

    /// What is missing in the papers before the number may be sent; empty: nothing.
    String obstacle() {
        if (status != Status.IN_USE) {
            return "status";
        }
        if (!isOutbound) {
            return "inbound-only";
        }
        if (certificate.isEmpty()) {
            return "certificate";
        }
        return conductCommitment.isEmpty() ? "commitment" : "";
    }
}
