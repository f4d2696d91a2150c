package org.kezheng.security.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The roots that the kept checkpoints state, each only where this installation signed it. There is a checkpoint a
/// minute and a signature takes half a millisecond to check, so a note is checked once and not each time that the
/// ledger is: one hash over all notes up to the last good one is remembered, which tells whether they are still
/// the same.
final class SignedHeads {
    private final Function<Checkpoint, Optional<byte[]>> signedRoot;
    private int known;
    private byte[] knownHash = Hashes.empty();

    /// @param signedRoot the root of a note that was signed here, none of any other
    SignedHeads(Function<Checkpoint, Optional<byte[]>> signedRoot) {
        this.signedRoot = signedRoot;
    }

    /// Begins to look at the checkpoints, which may have changed in any way since the last time.
    ///
    /// @param kept in the order of their sizes
    Walk over(List<Checkpoint> kept) {
        if (kept.size() < known || !sameAsKnown(kept)) {
            known = 0;
            knownHash = Hashes.empty();
        }
        return new Walk(kept);
    }

    private boolean sameAsKnown(List<Checkpoint> kept) {
        byte[] hash = Hashes.empty();
        for (Checkpoint each : kept.subList(0, known)) {
            hash = hashWith(hash, each);
        }
        return Arrays.equals(hash, knownHash);
    }

    private static byte[] hashWith(byte[] before, Checkpoint next) {
        String content = next.size() + "\n" + next.note();
        return Hashes.node(before, Hashes.leaf(content.getBytes(StandardCharsets.UTF_8)));
    }

    /// One way along the checkpoints.
    final class Walk {
        private final List<Checkpoint> kept;
        private int position;

        private Walk(List<Checkpoint> kept) {
            this.kept = kept;
        }

        /// The next one's size, none behind the last.
        Optional<Long> size() {
            return position < kept.size() ? Optional.of(kept.get(position).size()) : Optional.empty();
        }

        /// The root that the next one states, none where it was not signed here; then it stays the next.
        Optional<byte[]> advance() {
            Checkpoint next = kept.get(position);
            boolean isKnown = position < known;
            // The table and the file keep the same.
            boolean isRepeated = position > 0 && kept.get(position - 1).equals(next);
            Optional<byte[]> root =
                    isKnown || isRepeated ? Optional.of(SignedNote.statedRoot(next)) : signedRoot.apply(next);
            if (root.isPresent()) {
                position++;
                if (!isKnown) {
                    known = position;
                    knownHash = hashWith(knownHash, next);
                }
            }
            return root;
        }
    }
}
