package org.kezheng.evidence.packs;

import java.time.Instant;

/// What a pack says of itself.
///
/// @param id the pack's id
/// @param call the call's id
/// @param made when
/// @param maker program and version, printable ASCII
public record PackHead(String id, String call, Instant made, String maker) {
    public PackHead {
        requirePlain(id);
        requirePlain(call);
        requirePlain(maker);
    }

    private static void requirePlain(String text) {
        if (!text.matches("[ !#-\\[\\]-~]{1,100}")) {
            throw new IllegalArgumentException("Only printable ASCII stands in a pack's head");
        }
    }
}
