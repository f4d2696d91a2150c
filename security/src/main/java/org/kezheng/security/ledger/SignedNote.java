package org.kezheng.security.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.kezheng.security.signing.EvidenceSigner;

/// Writes and reads checkpoints as signed notes (C2SP `signed-note` and `tlog-checkpoint`): three lines of text, an
/// empty one, and one signature.
final class SignedNote {
    private static final byte ED25519 = 1;
    private static final int KEY_HASH_LENGTH = 4;

    private final EvidenceSigner signer;
    private final String origin;

    SignedNote(EvidenceSigner signer) {
        this.signer = signer;
        this.origin = "kezheng/" + signer.keyId();
    }

    /// The signed note on a tree. The origin is the signature's context: the text's first line.
    Checkpoint sign(long size, byte[] root) {
        String head = size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        byte[] signed = signer.sign(origin, head.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer line = ByteBuffer.allocate(KEY_HASH_LENGTH + signed.length)
                .put(keyHash())
                .put(signed);
        String signature = "— " + origin + " " + Base64.getEncoder().encodeToString(line.array()) + "\n";
        return new Checkpoint(size, origin + "\n" + head + "\n" + signature);
    }

    /// The root that the note states, when this installation's key has signed exactly this note.
    Optional<byte[]> signedRoot(Checkpoint checkpoint) {
        try {
            byte[] root = statedRoot(checkpoint);
            return sign(checkpoint.size(), root).equals(checkpoint) ? Optional.of(root) : Optional.empty();
        } catch (IllegalArgumentException noNote) {
            return Optional.empty();
        }
    }

    /// The root that the note states, whoever wrote it.
    ///
    /// @throws IllegalArgumentException when it has not the form of a note
    static byte[] statedRoot(Checkpoint checkpoint) {
        String[] lines = checkpoint.note().split("\n", -1);
        if (lines.length != 6) {
            throw new IllegalArgumentException("A note has five lines");
        }
        return Base64.getDecoder().decode(lines[2]);
    }

    private byte[] keyHash() {
        try {
            ByteArrayOutputStream named = new ByteArrayOutputStream();
            named.writeBytes((origin + "\n").getBytes(StandardCharsets.US_ASCII));
            named.write(ED25519);
            named.writeBytes(signer.rawPublicKey());
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(named.toByteArray()), KEY_HASH_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
