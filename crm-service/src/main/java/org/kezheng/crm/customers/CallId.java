package org.kezheng.crm.customers;

/// A call's number, the same as the contact's in the ACD.
public record CallId(long value) {
    public CallId {
        if (value < 0) {
            throw new IllegalArgumentException("A call id is not negative: " + value);
        }
    }
}
