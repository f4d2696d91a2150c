package org.kezheng.platform.parties;

/// The confidential log cannot be read or written. The text names the place, never the content.
public final class ConfidentialLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfidentialLogException(String what) {
        super(what);
    }

    ConfidentialLogException(String what, Throwable cause) {
        super(what, cause);
    }
}
