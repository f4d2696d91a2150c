package org.kezheng.acd.journal;

/// The host did not take a command, or cannot say what became of it. Repeating the command under the same id is
/// safe.
public final class HostUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    HostUnavailable(Reason reason) {
        super(reason.text, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Why.
    public enum Reason {
        NOT_STARTED("The host is not started"),
        QUEUE_FULL("More commands wait for the engine than the host's queue holds"),
        DISK_FAILS("The journal cannot be written (disk full or failing); the host tries again and takes no command"),
        CLOSED("The host is closed"),
        FAILED("The host has stopped after a failure");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }
}
