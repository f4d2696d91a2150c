package org.kezheng.platform.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.kezheng.evidence.calls.Call;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.keys.PrivateFiles;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// The packs of the client in scope: asked for, made in the background, kept as files. Who asks for one, or
/// downloads it, stands in the audit ledger before it happens.
public final class Packs {
    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 20;

    private final PackRows rows;
    private final CaseMaker maker;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Path directory;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    /// What this run of the platform makes; a row that says "making" and is not here was cut off by its end.
    private final UnderWay underWay = new UnderWay();

    Packs(Store store, CaseMaker maker, AuditLedger ledger, Clock clock) {
        this.rows = store.rows();
        this.transaction = store.transaction();
        this.directory = store.directory();
        this.maker = maker;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Where packs are kept.
    record Store(PackRows rows, TransactionTemplate transaction, Path directory) {}

    /// The directory with the files of all packs.
    public Path directory() {
        return directory;
    }

    /// Begins to make the pack of a call.
    ///
    /// @throws Problem when too many are being made
    StoredPack make(Call call, SignedIn who) {
        if (underWay.count() >= MOST_WAITING) {
            throw Problem.unavailable("pack.busy", "Many packs are being made; ask again in a minute");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = begin(call, who, now);
        Thread.ofVirtual()
                .name("pack-" + id)
                .start(() -> ClientScope.run(who.client(), () -> finish(id, call, who, now)));
        return new StoredPack(id, call.contact(), "making", now, who.user(), null, null);
    }

    private long begin(Call call, SignedIn who, Instant now) {
        Actor actor = Actor.of(who);
        AtomicLong begun = new AtomicLong();
        try {
            transaction.executeWithoutResult(status -> {
                begun.set(rows.begin(call.contact(), now, who.user()));
                underWay.begun(begun.get());
                ledger.append(LedgerEntry.of("pack.made", actor, subject(call.contact()), pack(begun.get())));
            });
            return begun.get();
        } catch (RuntimeException notBegun) {
            underWay.ended(begun.get());
            throw notBegun;
        }
    }

    List<StoredPack> newest() {
        return underWay.asTheyStand(() -> Objects.requireNonNull(transaction.execute(status -> rows.newest())));
    }

    Optional<StoredPack> find(long id) {
        return underWay
                .asTheyStand(() -> Objects.requireNonNull(transaction.execute(status -> rows.find(id))).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    /// The file of a pack that is ready.
    Path fileOf(StoredPack pack) {
        return directory.resolve(pack.id() + ".zip");
    }

    /// Takes down that somebody gets the pack.
    void recordDownload(StoredPack pack, SignedIn who) {
        LedgerEntry entry = LedgerEntry.of("pack.downloaded", Actor.of(who), subject(pack.contact()), pack(pack.id()));
        transaction.executeWithoutResult(status -> ledger.append(entry));
    }

    private void finish(long id, Call call, SignedIn who, Instant now) {
        try {
            places.acquire();
            try {
                store(id, call, maker.make(new CaseMaker.Order(id, call, who, now)));
            } finally {
                places.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            LOG.error("Pack {} could not be made", id, failure);
            markFailed(id);
        } finally {
            underWay.ended(id);
        }
    }

    private void store(long id, Call call, byte[] pack) throws IOException {
        PrivateFiles.createDirectory(directory);
        Path file = directory.resolve(id + ".zip");
        PrivateFiles.write(file, pack);
        String sha256 = sha256(pack);
        LedgerEntry entry = LedgerEntry.of(
                "pack.sealed",
                Actor.platform(),
                subject(call.contact()),
                Map.of("pack", Long.toString(id), "sha256", sha256, "bytes", Long.toString(Files.size(file))));
        transaction.executeWithoutResult(status -> {
            rows.ready(id, pack.length, sha256);
            ledger.append(entry);
        });
    }

    private void markFailed(long id) {
        try {
            transaction.executeWithoutResult(status -> rows.failed(id));
        } catch (RuntimeException away) {
            LOG.warn("That pack {} failed could not be stored; it shows as failed after a restart", id, away);
        }
    }

    private static Subject subject(long contact) {
        return Subject.of("call", contact, ClientScope.required());
    }

    private static Map<String, String> pack(long id) {
        return Map.of("pack", Long.toString(id));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
