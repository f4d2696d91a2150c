package org.kezheng.security.keystore;

/// The key of a customer is not there any more; what it sealed cannot be read by anybody.
public final class CustomerKeyDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CustomerKeyDestroyedException(long customer) {
        super("The key of customer " + customer + " is destroyed");
    }
}
