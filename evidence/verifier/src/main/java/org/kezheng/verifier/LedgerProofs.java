package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Checks that checkpoints and single entries of the ledger share.
final class LedgerProofs {
    private LedgerProofs() {}

    static Check signed(SignedNote note, TrustKey trust) {
        if (note.isSignedBy(trust)) {
            return Check.good(
                    "checkpoint",
                    "账本检查点（" + note.size() + " 条）由可信密钥签名。",
                    "The ledger's checkpoint (" + note.size() + " entries) is signed by the trusted key.");
        }
        return Check.bad(
                "checkpoint",
                "账本检查点不是由可信密钥 " + trust.id() + " 签名。",
                "The ledger's checkpoint is not signed by the trusted key " + trust.id() + ".");
    }

    /// Entries with their proofs, each shown to be in the tree of the checkpoint.
    static SortedMap<Long, JsonObject> entries(JsonObject looked, SignedNote note) throws DisprovedException {
        SortedMap<Long, JsonObject> entries = new TreeMap<>();
        for (JsonObject item : looked.objects("entries")) {
            long index = item.number("index");
            byte[] entry = item.text("entry").getBytes(StandardCharsets.UTF_8);
            List<byte[]> proof = new ArrayList<>();
            for (String hash : item.texts("proof")) {
                proof.add(JsonObject.sha256(hash));
            }
            Optional<byte[]> root = MerkleTree.rootOf(Hashes.leaf(entry), index, note.size(), proof);
            if (root.isEmpty() || !note.hasRoot(root.get())) {
                throw new DisprovedException(
                        "账本第 " + index + " 条不在检查点所证的账本中。",
                        "Entry " + index + " is not in the ledger that the checkpoint signs for.");
            }
            if (!entries.isEmpty() && index <= entries.lastKey()) {
                throw new DisprovedException("账本条目的次序有误。", "The entries are out of order.");
            }
            entries.put(index, Json.object(entry));
        }
        return entries;
    }

    /// An earlier checkpoint beside a later one, whose entries may not be at hand.
    static Check earlier(SignedNote earlier, @Nullable TrustKey trust, boolean agrees, String zh, String en) {
        if (trust != null && !earlier.isSignedBy(trust)) {
            return Check.bad(
                    "earlier-checkpoint",
                    "给出的早先检查点不是由可信密钥签名。",
                    "The earlier checkpoint that was given is not signed by the trusted key.");
        }
        return new Check("earlier-checkpoint", agrees, new Words(zh, en));
    }
}
