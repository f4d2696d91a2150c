package org.kezheng.platform.claims;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.keystore.CustomerKeyDestroyedException;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The columns that the catalog calls encrypted. Each value of each of them must have the form of an envelope
/// (docs/formats/envelope.md); those with a known address are opened with the keys, at random as many as the bound
/// says.
final class EncryptedColumns {
    private static final String NONE = "none";
    /// Per column and client; a smaller table is opened whole.
    private static final int SAMPLE = 200;

    /// What has to be there, and all that may be: a column that is new needs its line here and below; a column whose
    /// comment is gone is not looked at, which must not pass for cipher.
    private static final Set<String> REQUIRED = Set.of(
            "public.customer.name_cipher",
            "public.customer.number_cipher",
            "public.call_party.number_cipher",
            "public.call_note.note_cipher",
            "public.consent.number_cipher",
            "public.do_not_call.number_cipher",
            "public.nuisance_mark.number_cipher",
            "public.customer_secret.hash_cipher",
            "public.gate_decision.number_cipher",
            "public.outside_number.number_cipher",
            "public.agent_mobile.number_cipher",
            "public.scheduled_callback.number_cipher",
            "public.scheduled_callback.note_cipher",
            "public.disclosure.reason_cipher",
            "keystore.customer_key.wrapped_key");

    /// The column of the row's identity in the address of a ciphertext.
    private static final Map<String, String> ROW_COLUMNS = Map.ofEntries(
            Map.entry("customer", "id"),
            Map.entry("call_party", "contact_id"),
            Map.entry("call_note", "entry_position"),
            Map.entry("consent", "id"),
            Map.entry("do_not_call", "id"),
            Map.entry("gate_decision", "id"),
            Map.entry("outside_number", "id"),
            Map.entry("agent_mobile", "id"),
            Map.entry("scheduled_callback", "id"),
            Map.entry("disclosure", "id"),
            Map.entry("customer_secret", "id"),
            Map.entry("nuisance_mark", "id"));

    private static final String COLUMNS = """
            select n.nspname, c.relname, a.attname, a.atttypid = 'bytea'::regtype as is_binary from pg_attribute a
            join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
            and n.nspname not in ('pg_catalog', 'information_schema')
            and col_description(c.oid, a.attnum) = 'encrypted' order by 1, 2, 3""";

    private final JdbcClient database;
    private final Clients clients;
    private final CustomerCiphers ciphers;
    private final TransactionTemplate reading;

    EncryptedColumns(
            JdbcClient database, Clients clients, CustomerCiphers ciphers, PlatformTransactionManager transactions) {
        this.database = database;
        this.clients = clients;
        this.ciphers = ciphers;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Column(String schema, String table, String name, boolean isBinary) {
        String path() {
            return schema + "." + table + "." + name;
        }

        String from() {
            return schema + "." + table;
        }
    }

    List<Check> checks() {
        List<Column> columns = Objects.requireNonNull(reading.execute(status -> columns()));
        Findings findings = new Findings();
        for (Client client : clients.all()) {
            ClientScope.run(
                    client.id(),
                    () -> reading.executeWithoutResult(
                            status -> columns.forEach(column -> examine(client.id(), column, findings))));
        }
        Set<String> missing = new TreeSet<>(REQUIRED);
        Set<String> text = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        columns.forEach(column -> {
            if (!missing.remove(column.path())) {
                unknown.add(column.path());
            }
        });
        columns.stream().filter(column -> !column.isBinary()).map(Column::path).forEach(text::add);
        return List.of(
                nothing(
                        "columns.known",
                        new Words("应加密的列都在目录中标为加密", "Each column that must be encrypted is marked so in the catalog"),
                        missing),
                nothing(
                        "columns.examined",
                        new Words("标为加密的列都有检查规则", "For each column marked as encrypted there is a check"),
                        unknown),
                nothing("columns.binary", new Words("加密列均为二进制类型", "Encrypted columns are binary"), text),
                nothing(
                        "rows.envelopes",
                        new Words(
                                "全部 " + findings.looked + " 个加密值均为密文信封",
                                "All " + findings.looked + " encrypted values are envelopes"),
                        findings.notEnvelopes),
                nothing(
                        "rows.opened",
                        new Words(
                                "抽查 " + findings.opened + " 个密文均能以密钥在原位打开(密钥已销毁 " + findings.destroyed + " 个)",
                                "A sample of " + findings.opened + " opens in its place with the keys; the keys of "
                                        + findings.destroyed + " more are destroyed"),
                        findings.damaged));
    }

    private static final class Findings {
        private long looked;
        private long opened;
        /// Meant never to open again; their form is looked at all the same.
        private long destroyed;
        private final Set<String> notEnvelopes = new TreeSet<>();
        private final Set<String> damaged = new TreeSet<>();
    }

    private List<Column> columns() {
        return database.sql(COLUMNS)
                .query((row, number) -> new Column(
                        row.getString("nspname"),
                        row.getString("relname"),
                        row.getString("attname"),
                        row.getBoolean("is_binary")))
                .list();
    }

    private void examine(ClientId client, Column column, Findings findings) {
        if (!column.isBinary()) {
            return;
        }
        String wrong = notAnEnvelope(column.name());
        long[] counts = database.sql("select count(" + column.name() + "), count(*) filter (where " + column.name()
                        + " is not null and (" + wrong + ")) from " + column.from())
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        findings.looked += counts[0];
        if (counts[1] > 0) {
            findings.notEnvelopes.add(column.path() + " × " + counts[1]);
        }
        String rowColumn = ROW_COLUMNS.get(column.table());
        if (rowColumn != null && column.schema().equals("public")) {
            open(client, column, rowColumn, findings);
        }
    }

    /// Magic, format, suite, a known kind of key, and room for nonce and tag.
    private static String notAnEnvelope(String name) {
        return "octet_length(" + name + ") < 45 or substring(" + name + " from 1 for 4) <> '\\x4b5a0101'::bytea"
                + " or get_byte(" + name + ", 4) not between 2 and 5";
    }

    private void open(ClientId client, Column column, String rowColumn, Findings findings) {
        List<Stored> sample = database.sql("select " + rowColumn + ", encode(" + column.name() + ", 'hex') from "
                        + column.from() + " where " + column.name() + " is not null order by random() limit " + SAMPLE)
                .query((row, number) -> new Stored(row.getLong(1), row.getString(2)))
                .list();
        for (Stored stored : sample) {
            FieldAddress address = FieldAddress.of(client, column.table(), column.name(), stored.row());
            try {
                ciphers.open(address, Ciphertext.of(HexFormat.of().parseHex(stored.hex())));
                findings.opened++;
            } catch (CustomerKeyDestroyedException destroyed) {
                findings.destroyed++;
            } catch (DamagedCiphertextException damaged) {
                findings.damaged.add(column.path());
            }
        }
    }

    private record Stored(long row, String hex) {}

    private static Check nothing(String code, Words words, Set<String> found) {
        return Check.equal(code, words, NONE, found.isEmpty() ? NONE : String.join(", ", found));
    }
}
