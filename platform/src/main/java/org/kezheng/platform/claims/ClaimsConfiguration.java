package org.kezheng.platform.claims;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.crm.customers.Customers;
import org.kezheng.evidence.claims.ClaimBoard;
import org.kezheng.evidence.claims.Claims;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeRunner;
import org.kezheng.evidence.claims.ProbeRuns;
import org.kezheng.evidence.claims.Standing;
import org.kezheng.platform.packs.OutsideVerifier;
import org.kezheng.platform.recordings.MissingTalks;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.platform.retention.Retention;
import org.kezheng.platform.selftest.SelfTestCalls;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerReader;
import org.kezheng.security.ledger.LedgerVerification;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The claims, their probes and what they need.
@Configuration(proxyBeanMethods = false)
class ClaimsConfiguration {
    @Bean
    ClaimLedger claimLedger(AuditLedger ledger, PlatformTransactionManager transactions) {
        return new ClaimLedger(ledger, transactions);
    }

    @Bean
    ClaimBoard claimBoard(Clock clock, ClaimLedger ledger, MeterRegistry meters) {
        ClaimBoard board = new ClaimBoard(Claims.published(), clock);
        board.onChange(ledger::changed);
        board.claims()
                .live()
                .forEach(claim -> Gauge.builder(
                                "kezheng.claim.state",
                                board,
                                each -> figure(each.standing(claim.id()).state()))
                        .description("1 green, 0 red, -1 unproven")
                        .tag("claim", claim.id())
                        .register(meters));
        return board;
    }

    private static int figure(Standing.State state) {
        return switch (state) {
            case GREEN -> 1;
            case RED -> 0;
            case UNPROVEN, DOCUMENT -> -1;
        };
    }

    @Bean
    ProbeRuns probeRuns(JdbcClient database, PlatformTransactionManager transactions) {
        return new ProbeRuns(database, transactions);
    }

    @Bean
    EquipmentFilings equipmentFilings(JdbcClient database, PlatformTransactionManager transactions) {
        return new EquipmentFilings(database, transactions);
    }

    @Bean
    RunningEquipment runningEquipment(JdbcClient database, PbxPresence pbx) {
        return new RunningEquipment(database, pbx);
    }

    @Bean
    EquipmentFiling equipmentFiling(
            RunningEquipment running,
            EquipmentFilings filings,
            ClaimLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new EquipmentFiling(running, filings, ledger, clock, transactions);
    }

    @Bean
    EquipmentProbe equipmentProbe(EquipmentFilings filings, RunningEquipment running) {
        return new EquipmentProbe(filings, running);
    }

    @Bean
    TamperProbe tamperProbe(
            JournalGuard journal,
            LedgerCopies copies,
            Checkpoints checkpoints,
            LedgerVerification verification,
            ProbeRuns runs) {
        return new TamperProbe(journal, copies, checkpoints, verification, runs);
    }

    @Bean
    JournalGuard journalGuard(@Value("${kezheng.data-dir}") Path data, SoloHost host, LedgerReader ledger) {
        SealedPositions seals = new SealedPositions(ledger);
        return new JournalGuard(
                data.resolve("journal"), data.resolve("run/flipped-journal"), host::lastPosition, seals::all);
    }

    @Bean
    LedgerCopies ledgerCopies(
            LedgerReader reader,
            Checkpoints checkpoints,
            OutsideVerifier verifier,
            @Value("${kezheng.data-dir}") Path data) {
        return new LedgerCopies(
                reader, checkpoints, verifier, data.resolve("packs"), data.resolve("run/flipped-evidence"));
    }

    @Bean
    CiphertextProbe ciphertextProbe(EncryptedColumns columns, Canary canary, RecordingGuard recordings) {
        return new CiphertextProbe(columns, canary, recordings);
    }

    @Bean
    RecordingGuard recordingGuard(Recordings recordings, Clients clients, Clock clock) {
        return new RecordingGuard(recordings, clients, clock);
    }

    @Bean
    TalksRecordedProbe talksRecordedProbe(Clients clients, MissingTalks talks) {
        return new TalksRecordedProbe(clients, talks);
    }

    @Bean
    RetentionProbe retentionProbe(Clients clients, Retention retention) {
        return new RetentionProbe(clients, retention);
    }

    @Bean
    EncryptedColumns encryptedColumns(
            JdbcClient database, Clients clients, CustomerCiphers ciphers, PlatformTransactionManager transactions) {
        return new EncryptedColumns(database, clients, ciphers, transactions);
    }

    @Bean
    Canary canary(Customers customers, Clients clients, JdbcClient database, PlatformTransactionManager transactions) {
        return new Canary(customers, clients, database, transactions);
    }

    /// Enters where the web server really listens.
    @Bean
    AccessProbe accessProbe(
            ProbeAccount account,
            DatabaseGuards guards,
            Environment environment,
            @Value("${kezheng.key-dir}") Path keyDirectory) {
        return new AccessProbe(
                account,
                guards,
                () -> URI.create("https://127.0.0.1:" + environment.getRequiredProperty("local.server.port")),
                keyDirectory.resolve("tls").resolve("ca.pem"));
    }

    @Bean
    ProbeAccount probeAccount(Accounts accounts, Clients clients) {
        return new ProbeAccount(accounts, clients);
    }

    @Bean
    DatabaseGuards databaseGuards(JdbcClient database, Clients clients, PlatformTransactionManager transactions) {
        return new DatabaseGuards(database, clients, transactions);
    }

    @Bean(destroyMethod = "")
    ProbeRunner probeRunner(ClaimBoard board, ProbeRuns runs, List<Probe> probes, Clock clock) {
        return new ProbeRunner(board, runs, probes, clock);
    }

    @Bean
    ClaimsLifecycle claimsLifecycle(
            ProbeRunner runner,
            PbxPresence pbx,
            EquipmentFiling filing,
            @Value("${kezheng.demonstration:false}") boolean isDemonstration) {
        return new ClaimsLifecycle(runner, pbx, filing, isDemonstration);
    }

    @Bean
    ClaimReading claimReading(
            ClaimBoard board,
            ProbeRuns runs,
            Clock clock,
            @Value("${kezheng.time-zone:Asia/Shanghai}") ZoneId timeZone) {
        return new ClaimReading(board, runs, clock, timeZone);
    }

    @Bean
    CallChainProbe callChainProbe(SelfTestCalls calls) {
        return new CallChainProbe(calls);
    }
}
