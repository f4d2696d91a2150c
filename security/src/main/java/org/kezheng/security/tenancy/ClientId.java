package org.kezheng.security.tenancy;

/// A client (委托方) on whose behalf calls are handled. Positive; the same number stands in each `client_id` column.
public record ClientId(int value) {
    public ClientId {
        if (value < 1) {
            throw new IllegalArgumentException("A client id is positive: " + value);
        }
    }
}
