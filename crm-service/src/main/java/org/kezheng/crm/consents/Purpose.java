package org.kezheng.crm.consents;

import java.util.Optional;

/// What a call to somebody may be for under the licence. Commercial marketing is none of them, and nobody can select it
/// (工信部信管〔2020〕81号).
public enum Purpose {
    /// The person asked to be called back, or is called back at once after a contact (即时回访).
    CALLBACK("callback"),
    INFORMATION("information"),
    SERVICE_NOTICE("service-notice"),
    SURVEY("survey");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Purpose> of(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code.equals(code)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
