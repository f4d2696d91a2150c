package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// What rests on the disk: nothing in clear that a person could be known by, nothing without its client, and nothing
/// that the journal cannot tell again.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersistenceIT {

    private static final String NUMBER = "13600136000";
    private static final String NAME = "欧阳明";
    private static final String STRANGERS_NUMBER = "13700009002";
    private static final String NOTE = "客户说旧金山的桥是红色的";
    private static final List<String> SECRETS = List.of(NUMBER, NAME, STRANGERS_NUMBER, NOTE);

    private final CallCentre centre;

    PersistenceIT(CallCentre centre) {
        this.centre = centre;
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready()) {
            for (String number : List.of(NUMBER, STRANGERS_NUMBER)) {
                try (IncomingCall call = centre.dial("support", number)) {
                    agent.awaitState("talking");
                    call.hangUp();
                    agent.awaitState("wrap-up");
                    agent.wrapUp(call, "resolved", NOTE).expect(200);
                    centre.awaitRecord(call);
                }
            }
            String id = agent.api()
                    .send("POST", "/api/customers/search", Map.of("number", NUMBER))
                    .expect(200)
                    .json()
                    .at("/items/0/id")
                    .asString();
            JsonNode found = Await.until(
                    "the note is on the customer's card",
                    SOON,
                    () -> agent.api().read("/api/customers/" + id),
                    card -> card.toString().contains(NOTE));
            assertThat(found.path("name").asString()).isNotEqualTo(NAME).endsWith("*");
            assertThat(found.toString()).doesNotContain(NUMBER, NAME);
        }
    }

    @Test
    void everyTableOfAClientIsGuardedByRowLevelSecurity() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            List<String> tables = database.rows("""
                    select c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
                    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace""");
            assertThat(tables).hasSizeGreaterThan(5).allMatch(row -> row.endsWith("|t|t"));
            assertThat(database.rows("""
                    select rolname, rolsuper, rolbypassrls from pg_roles
                    where rolname in ('kezheng_app', 'kezheng_owner') order by 1""")).containsExactly("kezheng_app|f|f", "kezheng_owner|f|f");
        }
    }

    @Test
    void applicationSeesNoRowUntilTheClientIsSetAndThenOnlyItsOwn() throws SQLException {
        try (Database application = Database.asApplication(centre.status());
                Database administrator = Database.asAdministrator(centre.status())) {
            for (String table : List.of("call_record", "call_offer", "customer", "call_party", "call_note")) {
                String count = "select count(*) from " + table;
                String all = administrator.rows(count).getFirst();
                assertThat(all).as(table).isNotEqualTo("0");
                assertThat(application.rows(count)).as(table).containsExactly("0");
                application.execute("set kezheng.client = '1'");
                // The platform calls itself meanwhile, so the tables may grow between two looks.
                String seen = application.rows(count).getFirst();
                assertThat(Long.parseLong(seen))
                        .as(table)
                        .isBetween(
                                Long.parseLong(all),
                                Long.parseLong(administrator.rows(count).getFirst()));
                application.execute("set kezheng.client = '2'");
                assertThat(application.rows(count)).as(table).containsExactly("0");
                application.execute("reset kezheng.client");
            }
        }
    }

    @Test
    void notEvenTheDatabasesAdministratorReadsANumberANameOrANote() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            String everything = String.join(
                    "\n", dump(database).values().stream().flatMap(List::stream).toList());
            assertThat(everything).hasSizeGreaterThan(1_000);
            for (String secret : SECRETS) {
                assertThat(everything).doesNotContain(secret);
                assertThat(everything)
                        .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
            }
            assertThat(database.rows("""
                    select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
                    and col_description(c.oid, a.attnum) = 'encrypted' order by 1"""))
                    .contains(
                            "call_note.note_cipher",
                            "call_party.number_cipher",
                            "customer.name_cipher",
                            "customer.number_cipher");
        }
    }

    @Test
    void noFileOfTheInstallationHoldsANumberANameOrANote() throws IOException {
        List<Path> files = filesBelow(centre.status().dataDir());
        assertThat(files).anyMatch(file -> file.startsWith(centre.status().journalDir()));
        assertThat(files).anyMatch(file -> file.toString().contains("/parties/"));
        assertThat(files).anyMatch(file -> file.startsWith(centre.status().logDir()));
        for (Path file : files) {
            String content = contentOf(file);
            for (String secret : SECRETS) {
                String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                assertThat(content.contains(bytes)).as("%s in %s", secret, file).isFalse();
            }
        }
    }

    /// The platform works meanwhile: a file that it has done with since is gone, and holds nothing.
    private static String contentOf(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException doneWith) {
            return "";
        }
    }

    @Test
    void rebuildTellsTheSameFromTheJournalAgain() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            Map<String, List<String>> before = projections(database);
            assertThat(before.values()).noneMatch(List::isEmpty);
            database.execute("update call_record set outcome = 'lost'");
            database.execute("delete from agent_state_interval");
            assertThat(projections(database)).isNotEqualTo(before);
            centre.installation().launch(List.of("rebuild")).expectDone();
            assertThat(projections(database)).isEqualTo(before);
        }
    }

    /// The tables as they can be compared: a ciphertext is another each time, so what it was made of stands for it. The
    /// platform goes on calling itself meanwhile, so only the people's calls and the people's time are taken.
    private static Map<String, List<String>> projections(Database database) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        String ofPeople = " t where agent_id not between 9901 and 9999 order by 1";
        for (String table : List.of("call_record", "call_offer", "agent_state_interval")) {
            tables.put(table, database.rows("select t::text from " + table + ofPeople));
        }
        tables.put("call_party", database.rows("""
                select contact_id, client_id, number_index, customer_id from call_party
                join call_record using (contact_id, client_id) where agent_id not between 9901 and 9999 order by 1"""));
        tables.put("call_note", database.rows("select contact_id, client_id from call_note order by 1, 2"));
        return tables;
    }

    private static Map<String, List<String>> dump(Database database) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : database.rows("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')""")) {
            tables.put(table, database.rows("select t::text from " + table + " t"));
        }
        return tables;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().contains(".aot"))
                    .forEach(files::add);
        }
        return files;
    }
}
