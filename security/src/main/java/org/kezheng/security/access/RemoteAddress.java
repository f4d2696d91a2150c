package org.kezheng.security.access;

import java.util.Optional;

/// The network address from which the present thread's request came. It is bound for the length of the request, so that
/// what records the request need not be handed the address through every layer.
public final class RemoteAddress {
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private RemoteAddress() {}

    /// Runs the work for a request from the address and gives back its result.
    public static <T, X extends Throwable> T call(String address, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, address).call(work);
    }

    /// The address of the present request; empty where the platform works by itself.
    public static Optional<String> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
