package org.kezheng.platform.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The lists of equipment that were filed. The last one is in force; none is ever changed or removed.
final class EquipmentFilings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    EquipmentFilings(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The list in force; empty when none was ever filed.
    Optional<FiledEquipment> inForce() {
        return Objects.requireNonNull(transaction.execute(status -> database.sql(
                        "select filed_at, filed_by, content, hash from equipment_filing order by id desc limit 1")
                .query(EquipmentFilings::filed)
                .optional()));
    }

    /// Files a list, which is in force from then on. Joins the caller's transaction.
    void file(List<EquipmentItem> items, String filedBy, Instant at) {
        String content = JSON.writeValueAsString(items);
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into equipment_filing (filed_at, filed_by, content, hash)
                        values (cast(:at as timestamptz), :by, :content, :hash)""")
                .param("at", at.toString())
                .param("by", filedBy)
                .param("content", content)
                .param("hash", hash(content))
                .update());
    }

    private static FiledEquipment filed(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        boolean isAsFiled = Arrays.equals(hash(content), row.getBytes("hash"));
        return new FiledEquipment(
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getString("filed_by"),
                items(content),
                isAsFiled);
    }

    /// What no list can be read from is an empty one; the hash says that it was changed.
    private static List<EquipmentItem> items(String content) {
        try {
            return List.of(JSON.readValue(content, EquipmentItem[].class));
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private static byte[] hash(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
