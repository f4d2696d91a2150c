package org.kezheng.platform.callflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kezheng.platform.flows.Flow;

/// What callers of a client are told while an emergency lasts.
///
/// @param turn the turn of the switch that began it, by which whoever was told is counted
/// @param sounds the file that the PBX plays in each language, by its absolute path without the ending; none: nothing
///     can be said
public record Emergency(long turn, Kind kind, Map<Flow.Language, String> sounds) {
    public Emergency {
        sounds = Map.copyOf(sounds);
    }

    public enum Kind {
        /// Callers are told, and go on as usual.
        NOTICE,
        /// Callers are told, and the call ends.
        CLOSED
    }

    /// What is played to somebody who is spoken to in these languages, one after the other.
    List<String> in(Collection<Flow.Language> languages) {
        return languages.stream().map(sounds::get).filter(Objects::nonNull).toList();
    }
}
