package org.kezheng.security.sealed;

import java.io.IOException;

/// The secret of a sealed file is not there any more; nobody opens it, nor any copy of it.
public final class SealedFileDestroyedException extends IOException {
    private static final long serialVersionUID = 1L;

    SealedFileDestroyedException() {
        super("The secret of a sealed file is not there");
    }
}
