package org.kezheng.telephony;

/// The PBX could not be asked, or would not do what it should: the environment failed, not the caller.
public final class PbxUnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    PbxUnreachableException(String message) {
        super(message);
    }

    PbxUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
