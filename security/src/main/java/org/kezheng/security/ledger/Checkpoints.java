package org.kezheng.security.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.signing.EvidenceSigner;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives committed entries their places in the tree, and signs its head. It signs nothing that does not
/// continue what it signed before.
public final class Checkpoints {
    private static final int BATCH = 1000;

    private final EntryRows rows;
    private final SignedNote notes;
    private final @Nullable CheckpointFile file;
    private final TransactionTemplate ownTransaction;
    private MerkleTree tree;
    /// All entries of transactions before this one have their leaf.
    private String sequencedBefore = "0";

    Checkpoints(
            EntryRows rows,
            EvidenceSigner signer,
            @Nullable CheckpointFile file,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.notes = new SignedNote(signer);
        this.file = file;
        this.tree = new MerkleTree(rows::leafHashes);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Gives every committed entry its leaf.
    ///
    /// @return the number of leaves
    public synchronized long sequence() {
        return inOwnTransaction(this::sequenceCommitted);
    }

    /// The signed head of the tree of all entries committed until now. It is kept; where nothing was appended since the
    /// last, that one is given again.
    ///
    /// @throws LedgerDamagedException when the entries contradict the last checkpoint of database or file
    /// @throws java.io.UncheckedIOException when the file does not take it; the next call makes it good
    public synchronized Checkpoint now() {
        Checkpoint made = inOwnTransaction(this::sign);
        if (file != null) {
            file.ensure(made);
        }
        return made;
    }

    private Checkpoint sign() {
        long size = sequenceCommitted();
        Optional<Checkpoint> last = rows.lastCheckpoint();
        last.ifPresent(kept -> requireContinued(kept, size));
        if (file != null) {
            // The file lags behind when its disk was full. Where both have the same note, one look is enough.
            file.last().filter(kept -> !last.equals(Optional.of(kept))).ifPresent(kept -> requireContinued(kept, size));
        }
        if (last.isPresent() && last.get().size() == size) {
            return last.get();
        }
        Checkpoint made = notes.sign(size, tree.root(size));
        rows.insertCheckpoint(made);
        return made;
    }

    private void requireContinued(Checkpoint last, long size) {
        byte[] signed = notes.signedRoot(last)
                .orElseThrow(() -> new LedgerDamagedException("the last checkpoint is not the one that was signed"));
        if (last.size() > size || !Arrays.equals(signed, tree.root(last.size()))) {
            throw new LedgerDamagedException("the leaves contradict the checkpoint of " + last.size() + " entries");
        }
    }

    private long sequenceCommitted() {
        rows.lockSequence();
        String ended = rows.oldestRunningTransaction();
        long size = rows.size();
        List<EntryRows.Unsequenced> found = rows.unsequenced(sequencedBefore, 0, BATCH);
        while (!found.isEmpty()) {
            for (EntryRows.Unsequenced entry : found) {
                rows.insertLeaf(size, entry);
                size++;
            }
            found = rows.unsequenced(sequencedBefore, 0, BATCH);
        }
        sequencedBefore = ended;
        return size;
    }

    /// What was remembered inside a transaction that was lost is forgotten with it.
    private <T> T inOwnTransaction(Supplier<T> work) {
        try {
            return ownTransaction.execute(status -> work.get());
        } catch (RuntimeException lost) {
            sequencedBefore = "0";
            tree = new MerkleTree(rows::leafHashes);
            throw lost;
        }
    }
}
