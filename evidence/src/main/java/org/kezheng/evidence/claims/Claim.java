package org.kezheng.evidence.claims;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One sentence of the licence's dossier.
///
/// @param reference the item of the dossier that it belongs to, such as R4
/// @param probe what tries it; null when it rests on a document
/// @param intervalSeconds how often it is tried
/// @param redWithinSeconds how long after it became false it is red at the latest; what is more than the interval is
///     the probe's time limit
/// @param mend what to do when it is red
public record Claim(
        String id,
        Kind kind,
        Words sentence,
        String reference,
        @Nullable String probe,
        int intervalSeconds,
        int redWithinSeconds,
        Words mend) {
    public Claim {
        if (kind == Kind.LIVE && (probe == null || intervalSeconds < 1 || redWithinSeconds <= intervalSeconds)) {
            throw new IllegalArgumentException("A live claim has a probe, an interval, and time to run: " + id);
        }
        if (kind == Kind.DOCUMENT && probe != null) {
            throw new IllegalArgumentException("A claim that rests on a document has no probe: " + id);
        }
    }

    /// What a claim rests on.
    public enum Kind {
        /// A probe tries it on the running system.
        LIVE,
        /// A document that no software can prove.
        DOCUMENT
    }

    /// The probe, if there is one.
    public Optional<String> provenBy() {
        return Optional.ofNullable(probe);
    }

    Duration interval() {
        return Duration.ofSeconds(intervalSeconds);
    }

    Duration timeLimit() {
        return Duration.ofSeconds((long) redWithinSeconds - intervalSeconds);
    }

    /// The same said in Chinese and in English.
    public record Words(String zh, String en) {
        public Words {
            if (zh.isBlank() || en.isBlank()) {
                throw new IllegalArgumentException("Words are said in both languages");
            }
        }
    }
}
