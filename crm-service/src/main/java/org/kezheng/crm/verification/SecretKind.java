package org.kezheng.crm.verification;

import java.util.Locale;
import java.util.Optional;

/// A fact that only the customer knows.
public enum SecretKind {
    /// The service code: 4 to 12 digits.
    PIN("[0-9]{4,12}"),
    /// The last characters of an identity document: 4 to 6 digits, or X at the end.
    DOCUMENT("[0-9]{3,5}[0-9Xx]"),
    /// Month and day of birth, as 0314.
    BIRTHDAY("(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");

    private final String form;

    SecretKind(String form) {
        this.form = form;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a text may be such a fact.
    boolean fits(String text) {
        return text.matches(form);
    }

    /// The kind of this code, if there is one.
    public static Optional<SecretKind> of(String code) {
        for (SecretKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
