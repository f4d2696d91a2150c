package org.kezheng.security.tenancy;

import java.util.Optional;

/// The client for whom the present thread works. It is bound for the length of a call and cannot leak to the next task
/// of the thread. A transaction takes it at its begin; without it the database shows no row of any client.
public final class ClientScope {
    private static final ScopedValue<ClientId> CURRENT = ScopedValue.newInstance();

    private ClientScope() {}

    /// Runs the work for the client and gives back its result.
    public static <T, X extends Throwable> T call(ClientId client, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, client).call(work);
    }

    /// Runs the work for the client.
    public static void run(ClientId client, Runnable work) {
        ScopedValue.where(CURRENT, client).run(work);
    }

    /// The client in scope, if there is one.
    public static Optional<ClientId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The client in scope; work that needs one and has none is a defect of its caller.
    public static ClientId required() {
        return current().orElseThrow(() -> new IllegalStateException("No client is in scope"));
    }
}
