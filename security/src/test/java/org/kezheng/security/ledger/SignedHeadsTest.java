package org.kezheng.security.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Checkpoints that are looked at again and again: each signature is checked once, until anything before it changes.
final class SignedHeadsTest {
    private static final String FORGED = "forged";

    private final List<Checkpoint> kept = new ArrayList<>();
    private int signaturesChecked;
    private final SignedHeads heads = new SignedHeads(checkpoint -> {
        signaturesChecked++;
        return checkpoint.note().contains(FORGED) ? Optional.empty() : Optional.of(SignedNote.statedRoot(checkpoint));
    });

    @Test
    void aSignatureIsCheckedOnceHoweverOftenTheLedgerIs() {
        for (int size = 1; size <= 100; size++) {
            kept.add(note(size));
            assertThat(roots()).hasSize(size).contains("root " + size);
        }
        assertThat(signaturesChecked).isEqualTo(100);
    }

    @Test
    void whatTableAndFileKeepAlikeIsCheckedOnce() {
        kept.addAll(List.of(note(1), note(1), note(2), note(2)));

        assertThat(roots()).containsExactly("root 1", "root 1", "root 2", "root 2");
        assertThat(signaturesChecked).isEqualTo(2);
    }

    @Test
    void aKnownNoteThatWasAlteredIsCheckedAgain() {
        kept.addAll(List.of(note(1), note(2), note(3)));
        roots();

        kept.set(1, new Checkpoint(2, note(2).note().replace("signature", FORGED)));
        assertThat(roots()).containsExactly("root 1");
        assertThat(roots()).containsExactly("root 1");

        kept.set(1, note(2));
        assertThat(roots()).hasSize(3);
    }

    @Test
    void aKnownNoteWhoseSizeWasAlteredIsCheckedAgain() {
        kept.addAll(List.of(note(1), note(3)));
        roots();

        kept.set(1, new Checkpoint(2, note(3).note()));
        roots();
        assertThat(signaturesChecked).isEqualTo(4);
    }

    @Test
    void aNotePutInOrTakenOutHasAllCheckedAgain() {
        kept.addAll(List.of(note(1), note(3)));
        roots();

        kept.add(1, note(2));
        assertThat(roots()).hasSize(3);
        assertThat(signaturesChecked).isEqualTo(5);

        kept.removeLast();
        kept.removeLast();
        assertThat(roots()).containsExactly("root 1");
        assertThat(signaturesChecked).isEqualTo(6);
    }

    private List<String> roots() {
        SignedHeads.Walk walk = heads.over(kept);
        List<String> roots = new ArrayList<>();
        while (walk.size().isPresent()) {
            Optional<byte[]> root = walk.advance();
            if (root.isEmpty()) {
                return roots;
            }
            roots.add(new String(root.get(), StandardCharsets.US_ASCII));
        }
        return roots;
    }

    private static Checkpoint note(long size) {
        String root = Base64.getEncoder().encodeToString(("root " + size).getBytes(StandardCharsets.US_ASCII));
        return new Checkpoint(size, "kezheng/0123456789abcdef\n" + size + "\n" + root + "\n\n— signature\n");
    }
}
