package org.kezheng.platform.callflow;

import java.util.List;

/// What callers of a client are told while an emergency lasts.
///
/// @param sounds files that the PBX plays, by their absolute path without the ending; none: nothing can be said
public record Emergency(Kind kind, List<String> sounds) {
    public Emergency {
        sounds = List.copyOf(sounds);
    }

    public enum Kind {
        /// Callers are told, and go on as usual.
        NOTICE,
        /// Callers are told, and the call ends.
        CLOSED
    }
}
