package org.kezheng.crm.customers;

/// A customer's number.
public record CustomerId(long value) {
    public CustomerId {
        if (value < 1) {
            throw new IllegalArgumentException("A customer id is positive: " + value);
        }
    }
}
