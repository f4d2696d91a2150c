package org.kezheng.security.envelope;

/// A ciphertext does not open: its bytes were changed, it was moved from its place, or another key sealed it. Which of
/// these cannot be told, by design of the cipher.
public final class DamagedCiphertextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param part what is wrong, never a content
    public DamagedCiphertextException(String part) {
        super("A ciphertext is damaged: " + part);
    }
}
