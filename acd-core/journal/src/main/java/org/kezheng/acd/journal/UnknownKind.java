package org.kezheng.acd.journal;

/// Bytes of a kind that this version does not know: a later one wrote them.
final class UnknownKind extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnknownKind(String what, int code) {
        super("No " + what + " has code " + code);
    }
}
