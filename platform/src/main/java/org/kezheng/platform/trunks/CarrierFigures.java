package org.kezheng.platform.trunks;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the carriers say of the trunks. Lines belong to the site and not to a client. Figures are only added; of a
/// trunk and day the last import counts.
final class CarrierFigures {
    private static final int MOST_IMPORTS = 100;

    private final JdbcClient database;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CarrierFigures(JdbcClient database, AuditLedger ledger, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A file that was taken.
    ///
    /// @param sha256 of its bytes, in hexadecimal
    record Import(long id, String sha256, int bytes, int lines, String importedBy, Instant importedAt) {}

    /// What counts of one trunk and day.
    record Counting(String trunk, long attempts, long lost, long importId, Instant importedAt) {}

    /// Takes a file in; empty: these very bytes were taken already.
    Optional<Import> take(byte[] content, List<CarrierFile.Figure> figures, SignedIn who) {
        String hash = sha256(content);
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Long> id = database.sql("""
                            insert into carrier_import (sha256, bytes, lines, imported_by, imported_at)
                            values (:hash, :bytes, :lines, :by, :now) on conflict (sha256) do nothing returning id""")
                    .param("hash", hash)
                    .param("bytes", content.length)
                    .param("lines", figures.size())
                    .param("by", who.user())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .optional();
            id.ifPresent(one -> {
                figures.forEach(figure -> insert(figure, one, who));
                ledger.append(LedgerEntry.of(
                        "carrier.imported",
                        Actor.of(who),
                        Subject.of("carrier-import", one, ClientScope.required()),
                        Map.of("sha256", hash, "lines", Integer.toString(figures.size()))));
            });
            return id.flatMap(this::find);
        }));
    }

    private void insert(CarrierFile.Figure figure, long importId, SignedIn who) {
        database.sql("""
                        insert into carrier_figure (trunk, day, attempts, lost, import_id, imported_by, imported_at)
                        values (:trunk, :day, :attempts, :lost, :import, :by, :now)""")
                .param("trunk", figure.trunk())
                .param("day", figure.day())
                .param("attempts", figure.attempts())
                .param("lost", figure.lost())
                .param("import", importId)
                .param("by", who.user())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Import> find(long id) {
        return database.sql("select * from carrier_import where id = :id")
                .param("id", id)
                .query(CarrierFigures::read)
                .optional();
    }

    /// The newest imports first.
    List<Import> imports() {
        return Objects.requireNonNull(transaction.execute(
                status -> database.sql("select * from carrier_import order by id desc limit " + MOST_IMPORTS)
                        .query(CarrierFigures::read)
                        .list()));
    }

    /// What counts of a day.
    List<Counting> of(LocalDate day) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select distinct on (trunk) trunk, attempts, lost, import_id, imported_at from carrier_figure
                        where day = :day order by trunk, imported_at desc""")
                .param("day", day)
                .query((row, at) -> new Counting(
                        row.getString("trunk"),
                        row.getLong("attempts"),
                        row.getLong("lost"),
                        row.getLong("import_id"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant()))
                .list()));
    }

    private static Import read(ResultSet row, int at) throws SQLException {
        return new Import(
                row.getLong("id"),
                row.getString("sha256"),
                row.getInt("bytes"),
                row.getInt("lines"),
                row.getString("imported_by"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("Each JDK has SHA-256", none);
        }
    }
}
