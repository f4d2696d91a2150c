package org.kezheng.verifier;

import java.io.Serial;

/// Something is not as its format says; the check that met it does not hold.
final class DisprovedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String zh;

    DisprovedException(String zh, String en) {
        super(en);
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    String en() {
        return String.valueOf(getMessage());
    }

    Check as(String code) {
        return Check.bad(code, zh(), en());
    }
}
