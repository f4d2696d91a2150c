package org.kezheng.crm.customers;

import org.jspecify.annotations.Nullable;

/// The other party of a call, masked.
///
/// @param customer null while the number is no customer's
public record CallParty(
        CallId call, String maskedNumber, @Nullable CustomerId customer) {

    @Override
    public String toString() {
        return "CallParty[" + call.value() + ", [REDACTED]]";
    }
}
