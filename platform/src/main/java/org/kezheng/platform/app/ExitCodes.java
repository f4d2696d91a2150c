package org.kezheng.platform.app;

import java.net.BindException;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.platform.parties.ConfidentialLogException;
import org.kezheng.security.keys.KeyDirectoryException;
import org.springframework.boot.web.server.PortInUseException;

/// The exit codes of the contract, by what went wrong.
public final class ExitCodes {
    public static final int OTHER = 1;
    public static final int USAGE = 2;
    /// Locked, or a port taken.
    public static final int TAKEN = 4;
    /// Data or a key damaged or absent.
    public static final int DAMAGED = 5;

    private ExitCodes() {}

    /// The code for a failure, found in it or in what caused it.
    public static int of(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof JournalException.Locked
                    || cause instanceof PortInUseException
                    || cause instanceof BindException) {
                return TAKEN;
            }
            if (cause instanceof KeyDirectoryException
                    || cause instanceof JournalException
                    || cause instanceof ConfidentialLogException) {
                return DAMAGED;
            }
            cause = cause.getCause();
        }
        return OTHER;
    }
}
