package org.kezheng.security.keys;

/// The key directory cannot be used. The text names the file and the fault, never a key.
public final class KeyDirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /// What is wrong with the key directory.
    public enum Fault {
        /// A key that the data need is not there.
        MISSING,
        /// A key file was changed, cut, or wrapped by another key.
        DAMAGED,
        /// The keys are not those with which the data were made.
        FOREIGN,
        /// Others than the owner may read it.
        EXPOSED,
        /// The directory lies inside the data directory, so that one copy would hold both.
        INSIDE_DATA,
        /// The file system refused.
        UNUSABLE
    }

    KeyDirectoryException(Fault fault, String what) {
        super("Key directory: " + what);
        this.fault = fault;
    }

    KeyDirectoryException(Fault fault, String what, Throwable cause) {
        super("Key directory: " + what, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
