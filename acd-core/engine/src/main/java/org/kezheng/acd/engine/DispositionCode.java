package org.kezheng.acd.engine;

/// The coded result of a contact, chosen in wrap-up (小结).
public record DispositionCode(String value) {
    /// Of a wrap-up that ended without a choice.
    public static final DispositionCode NONE = new DispositionCode("none");

    public DispositionCode {
        Checks.code(value, "A disposition code");
    }
}
