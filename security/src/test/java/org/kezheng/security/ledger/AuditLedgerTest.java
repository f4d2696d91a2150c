package org.kezheng.security.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.ledger.LedgerFinding.Differs;
import org.kezheng.security.ledger.LedgerFinding.Fault;
import org.kezheng.security.ledger.LedgerFinding.Holds;
import org.kezheng.security.signing.EvidenceSigner;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger on a real database, with a file of checkpoints beside it.
final class AuditLedgerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T14:05:09.123456789Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private TestDatabase database;
    private SecurityUnderTest security;
    private TransactionTemplate transaction;
    private Checkpoints checkpoints;
    private LedgerVerification verification;

    @BeforeEach
    void start() {
        database = SecurityUnderTest.newDatabase(PostgresServer.shared());
        security = SecurityUnderTest.start(database, directory, CLOCK);
        transaction = new TransactionTemplate(security.get(PlatformTransactionManager.class));
        EntryRows rows = new EntryRows(security.get(JdbcClient.class));
        CheckpointFile file = CheckpointFile.in(directory.resolve("data/ledger"));
        EvidenceSigner signer = security.get(EvidenceSigner.class);
        checkpoints = new Checkpoints(rows, signer, file, security.get(PlatformTransactionManager.class));
        verification = new LedgerVerification(rows, signer, file);
    }

    @AfterEach
    void stop() {
        security.close();
    }

    @Test
    void anEntryWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> security.get(AuditLedger.class).append(played(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEntryIsLostWithTheTransactionOfWhatItTellsOf() {
        transaction.executeWithoutResult(status -> {
            security.get(AuditLedger.class).append(played(1));
            status.setRollbackOnly();
        });

        assertThat(checkpoints.now().size()).isZero();
    }

    @Test
    void entriesGetPlacesWithoutGapsAndAreFoundByTheirSubject() {
        append(1, 2, 1);

        assertThat(checkpoints.now().size()).isEqualTo(3);
        LedgerReader reader = security.get(LedgerReader.class);
        assertThat(reader.about(Subject.of("call", 1, SecurityUnderTest.FIRST)))
                .extracting(SequencedEntry::index)
                .containsExactly(0L, 2L);
        assertThat(reader.about(Subject.of("call", 1, SecurityUnderTest.SECOND)))
                .isEmpty();
        assertThat(reader.stream(0, 3).map(SequencedEntry::index)).containsExactly(0L, 1L, 2L);
        assertThat(reader.stream(0, 1).map(SequencedEntry::canonical))
                .containsExactly(
                        "{\"at\":\"2026-11-23T14:05:09.123456Z\",\"action\":\"recording.played\","
                                + "\"actor\":\"auditor1\",\"role\":\"auditor\",\"address\":\"127.0.0.1\",\"client\":1,"
                                + "\"subject\":{\"kind\":\"call\",\"id\":\"1\"},\"facts\":{\"bytes\":\"44\",\"why\":\"\\\"q\\\\\"}}");
    }

    @Test
    void ofTooManyEntriesAboutOneSubjectTheLatestAreShownAndAPartNeverPassesForAll() {
        append(1, 1, 2, 1, 1);
        checkpoints.sequence();
        Subject often = Subject.of("call", 1, SecurityUnderTest.FIRST);
        EntryRows rows = new EntryRows(security.get(JdbcClient.class));

        assertThat(new LedgerReader(rows, 3).about(often))
                .extracting(SequencedEntry::index)
                .containsExactly(1L, 3L, 4L);
        assertThatThrownBy(() -> new LedgerReader(rows, 3).allAbout(often)).isInstanceOf(IllegalStateException.class);
        assertThat(new LedgerReader(rows, 4).allAbout(often))
                .extracting(SequencedEntry::index)
                .containsExactly(0L, 1L, 3L, 4L);
    }

    @Test
    void aCheckpointIsKeptAndGivenAgainUntilSomethingIsAppended() {
        append(1);
        Checkpoint first = checkpoints.now();

        assertThat(checkpoints.now()).isEqualTo(first);
        append(2);
        assertThat(checkpoints.now().size()).isEqualTo(2);
        assertThat(directory.resolve("data/ledger/checkpoints"))
                .content()
                .startsWith(first.note())
                .hasLineCount(10);
        assertThat(verification.run()).isEqualTo(new Holds(2, 4));
    }

    @Test
    void anEntryThatCommitsLateGetsALaterPlace() {
        transaction.executeWithoutResult(status -> {
            security.get(AuditLedger.class).append(played(1));
            assertThat(checkpoints.sequence()).isZero();
        });
        append(2);

        assertThat(checkpoints.sequence()).isEqualTo(2);
        assertThat(verification.run()).isEqualTo(new Holds(2, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.entry set action = 'x'",
                "delete from ledger.entry",
                "truncate ledger.entry cascade",
                "update ledger.leaf set index = 9",
                "delete from ledger.leaf",
                "truncate ledger.leaf",
                "update ledger.checkpoint set note = ''",
                "delete from ledger.checkpoint",
                "truncate ledger.checkpoint"
            })
    void whatStandsInTheLedgerIsChangedByNobodyWhoWorksWithTheDatabase(String change) {
        append(1);
        checkpoints.now();

        for (String role : List.of(TestDatabase.APP, TestDatabase.OWNER)) {
            assertThatThrownBy(() -> database.execute(role, change)).isInstanceOf(SQLException.class);
        }
        assertThat(verification.run()).isEqualTo(new Holds(1, 2));
    }

    @Test
    void anAlteredEntryIsNamed() throws SQLException {
        append(1, 2, 3);
        checkpoints.now();
        asSuperuser("update ledger.entry set actor = 'agent9' where subject_id = '2'");

        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_ALTERED, 1));
    }

    @Test
    void anEntryAlteredToWhatNoneCanBeIsFound() throws SQLException {
        append(1);
        checkpoints.now();
        asSuperuser("update ledger.entry set facts = 'nothing'");

        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_ALTERED, 0));
    }

    @Test
    void theFirstOfSeveralAlteredEntriesIsNamedHoweverItWasAltered() throws SQLException {
        append(1, 2, 3, 4);
        checkpoints.now();
        asSuperuser("update ledger.entry set facts = 'nothing' where subject_id = '3'");
        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_ALTERED, 2));

        asSuperuser("update ledger.entry set actor = 'agent9' where subject_id = '2'");
        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_ALTERED, 1));
    }

    @Test
    void anEntryThatWasSpoiltBeforeItGotItsPlaceIsFound() throws SQLException {
        append(1);
        checkpoints.now();
        append(2);
        asSuperuser("update ledger.entry set facts = 'nothing' where subject_id = '2'");

        assertThatThrownBy(checkpoints::now).isInstanceOf(LedgerDamagedException.class);
        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_ALTERED, 1));
    }

    @Test
    void anEntryThatWasSpoiltAmongManyNewOnesIsFound() throws SQLException {
        append(IntStream.rangeClosed(1, 1001).toArray());
        asSuperuser("update ledger.entry set facts = 'nothing' where subject_id = '1001'");

        assertThatThrownBy(checkpoints::now).isInstanceOf(LedgerDamagedException.class);
        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_ALTERED, 0));
    }

    @Test
    void nothingIsSignedThatContradictsTheFileOfCheckpoints() throws SQLException, IOException {
        append(1, 2);
        Checkpoint kept = checkpoints.now();
        asSuperuser("delete from ledger.checkpoint; delete from ledger.leaf; update ledger.entry set actor = 'agent9'");
        append(3);

        assertThatThrownBy(checkpoints::now).isInstanceOf(LedgerDamagedException.class);
        assertThat(directory.resolve("data/ledger/checkpoints")).content().isEqualTo(kept.note());
        assertThat(database.column("select size from ledger.checkpoint")).isEmpty();
    }

    @Test
    void aTailCutOffTogetherWithItsCheckpointsIsFoundByTheFile() throws SQLException {
        append(1, 2);
        checkpoints.now();
        append(3);
        checkpoints.now();
        asSuperuser("delete from ledger.checkpoint where size = 3; delete from ledger.leaf where index = 2;"
                + " delete from ledger.entry where subject_id = '3'");

        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRIES_CUT, 3));
        assertThatThrownBy(checkpoints::now).isInstanceOf(LedgerDamagedException.class);
    }

    @Test
    void aCheckpointThatTheDiskRefusedIsInTheFileOnceItTakesIt() throws IOException {
        Path file = directory.resolve("data/ledger/checkpoints");
        append(1);
        Files.createSymbolicLink(file, directory.resolve("absent/checkpoints"));
        assertThatThrownBy(checkpoints::now).isInstanceOf(UncheckedIOException.class);

        append(2);
        Files.delete(file);
        Checkpoint made = checkpoints.now();
        assertThat(file).content().isEqualTo(made.note());
        assertThat(verification.run()).isEqualTo(new Holds(2, 3));
    }

    @Test
    void manyWhoAppendAtOnceLeaveNoGapAndEachHeadContinuesTheOneBefore() throws Exception {
        int writers = 4;
        int each = 25;
        List<Checkpoint> made = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int call = writer;
                running.add(people.submit(() -> {
                    for (int entry = 0; entry < each; entry++) {
                        append(call);
                    }
                }));
            }
            for (Future<?> end : running) {
                while (!end.isDone()) {
                    made.add(checkpoints.now());
                }
                end.get();
            }
        }
        made.add(checkpoints.now());

        assertThat(made.getLast().size()).isEqualTo((long) writers * each);
        assertThat(made).extracting(Checkpoint::size).isSorted();
        assertThat(database.column("select index from ledger.leaf order by index"))
                .containsExactlyElementsOf(IntStream.range(0, writers * each)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(verification.run()).isInstanceOf(Holds.class);
        LedgerReader reader = security.get(LedgerReader.class);
        assertThat(reader.about(Subject.of("call", 3, SecurityUnderTest.FIRST))).hasSize(each);
    }

    @Test
    void aRemovedEntryIsFound() throws SQLException {
        append(1, 2, 3);
        checkpoints.now();
        asSuperuser("delete from ledger.leaf where index = 1; delete from ledger.entry where subject_id = '2'");

        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRY_MISSING, 1));
    }

    @Test
    void aCutLedgerContradictsItsCheckpoints() throws SQLException {
        append(1, 2, 3);
        checkpoints.now();
        assertThat(verification.run()).isEqualTo(new Holds(3, 2));
        asSuperuser("delete from ledger.leaf where index = 2; delete from ledger.entry where subject_id = '3'");

        assertThat(verification.run()).isEqualTo(new Differs(Fault.ENTRIES_CUT, 3));
        assertThatThrownBy(checkpoints::now).isInstanceOf(LedgerDamagedException.class);
    }

    @Test
    void aLedgerRewrittenWithItsLeavesAndCheckpointsContradictsTheFile() throws SQLException {
        append(1, 2);
        checkpoints.now();
        asSuperuser("delete from ledger.checkpoint; delete from ledger.leaf; update ledger.entry set actor = 'agent9'");
        EntryRows rows = new EntryRows(security.get(JdbcClient.class));
        PlatformTransactionManager transactions = security.get(PlatformTransactionManager.class);
        new Checkpoints(rows, security.get(EvidenceSigner.class), null, transactions).now();

        assertThat(verification.run()).isEqualTo(new Differs(Fault.CHECKPOINT_CONTRADICTED, 2));
    }

    @Test
    void aForgedCheckpointIsFoundAndNothingIsSignedAfterIt() throws SQLException {
        append(1);
        checkpoints.now();
        assertThat(verification.run()).isEqualTo(new Holds(1, 2));
        asSuperuser("update ledger.checkpoint set note = replace(note, '— ', '- ')");
        append(2);

        assertThat(verification.run()).isEqualTo(new Differs(Fault.CHECKPOINT_FORGED, 1));
        assertThatThrownBy(checkpoints::now).isInstanceOf(LedgerDamagedException.class);
    }

    private void append(int... calls) {
        transaction.executeWithoutResult(status -> {
            for (int call : calls) {
                security.get(AuditLedger.class).append(played(call));
            }
        });
    }

    private void asSuperuser(String sql) throws SQLException {
        database.execute(TestDatabase.ADMIN, "set session_replication_role = replica; " + sql);
    }

    private static LedgerEntry played(int call) {
        return LedgerEntry.of(
                "recording.played",
                new Actor("auditor1", "auditor", "127.0.0.1"),
                Subject.of("call", call, SecurityUnderTest.FIRST),
                Map.of("why", "\"q\\", "bytes", "44"));
    }
}
