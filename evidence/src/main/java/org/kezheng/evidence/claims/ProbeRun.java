package org.kezheng.evidence.claims;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of a probe that has ended.
///
/// @param id random; names the run from its begin on
/// @param link its place in the chain of all runs; null when it could not be kept
public record ProbeRun(
        String id,
        String probe,
        Instant startedAt,
        Instant endedAt,
        Trigger trigger,
        ProbeFinding finding,
        @Nullable Link link) {

    /// A run's place in the chain: `hash` is SHA-256 of the hash before and the run's content as it is kept.
    ///
    /// @param hash,previousHash in hexadecimal
    public record Link(long position, String hash, String previousHash) {}

    public ProbeFinding.Outcome outcome() {
        return finding.outcome();
    }

    public List<Check> checks() {
        return finding.checks();
    }

    /// The place in the chain; empty when it could not be kept.
    public Optional<Link> kept() {
        return Optional.ofNullable(link);
    }

    /// Why a probe ran.
    public enum Trigger {
        /// Its time had come.
        SCHEDULE,
        /// Somebody asked for it.
        HAND,
        /// Something happened that concerns it, such as the loss of the PBX.
        EVENT;

        /// The word of the interface and of the table.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Trigger of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
