package org.kezheng.platform.recordings;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordingSettings.class)
class RecordingConfiguration {
    @Bean
    PendingRecordings pendingRecordings(@Value("${kezheng.data-dir}") Path data) {
        return new PendingRecordings(data.resolve("recordings.pending"));
    }

    @Bean
    PauseMarks pauseMarks(@Value("${kezheng.data-dir}") Path data) {
        return new PauseMarks(data.resolve("recordings.pauses"));
    }

    @Bean
    Pauses.Recorder pauseRecorder(RecordingSettings settings, ObjectProvider<RecordingSwitch> pbx) {
        RecordingSwitch line = pbx.getIfAvailable(() -> (offer, isSilent) -> RecordingSwitch.Outcome.NOT_DONE);
        return new Pauses.Recorder(new RunningTalks(settings.spool()), line);
    }

    @Bean
    Pauses pauses(
            RecordingSettings settings,
            Pauses.Recorder recorder,
            PauseMarks marks,
            Clock clock,
            ObjectProvider<LiveDesks> desks) {
        IntConsumer changed =
                agent -> desks.ifAvailable(open -> open.changed(new AgentId(agent), LiveTopic.RECORDING_PAUSE));
        LongFunction<Set<Long>> together = contact -> {
            LiveDesks open = desks.getIfAvailable();
            return open == null ? Set.of(contact) : open.together(contact);
        };
        return new Pauses(recorder, marks, settings.longestPause(), clock, new Pauses.Listening(together, changed));
    }

    @Bean
    RecordingFiles recordingFiles(
            @Value("${kezheng.data-dir}") Path data, SealedFiles sealed, PendingRecordings pending, PauseMarks pauses) {
        return new RecordingFiles(
                data.resolve("recordings"), data.resolve("recordings.pending"), sealed, pending, pauses);
    }

    @Bean
    RecordingRows recordingRows(JdbcClient database) {
        return new RecordingRows(database);
    }

    @Bean
    RecordingTrail recordingTrail(AuditLedger ledger, Directory directory) {
        return new RecordingTrail(ledger, directory);
    }

    @Bean
    RecordingList recordingList(
            PendingRecordings pending,
            RecordingFiles files,
            RecordingRows rows,
            RecordingTrail trail,
            PlatformTransactionManager transactions,
            ObjectProvider<LiveDesks> desks) {
        Consumer<ClientId> messageLeft =
                client -> desks.ifAvailable(open -> open.changedForAll(client, LiveTopic.MESSAGES));
        return new RecordingList(pending, files, rows, trail, new TransactionTemplate(transactions), messageLeft);
    }

    @Bean
    Recordings recordings(
            RecordingRows rows,
            RecordingFiles files,
            RecordingList list,
            TalkRules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Recordings(new Recordings.Stores(rows, files, list), rules, reading(transactions), clock);
    }

    @Bean
    Playbacks playbacks(AuditLedger ledger, PlatformTransactionManager transactions, Clock clock) {
        return new Playbacks(ledger, new TransactionTemplate(transactions), clock);
    }

    @Bean
    RecordingSound recordingSound(Recordings recordings, Playbacks playbacks) {
        return new RecordingSound(recordings, playbacks);
    }

    @Bean
    TalkRules talkRules(Directory directory, ObjectProvider<Unrecorded> unrecorded) {
        return new TalkRules(directory, unrecorded.getIfAvailable(Unrecorded::none));
    }

    @Bean
    MissingTalks missingTalks(
            RecordingRows rows,
            RecordingList list,
            TalkRules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new MissingTalks(rows, list, rules, reading(transactions), clock);
    }

    @Bean
    MissingRecordings missingRecordings(Clients clients, MissingTalks talks) {
        return new MissingRecordings(clients, talks);
    }

    @Bean
    RecordingWork recordingWork(
            RecordingSettings settings,
            RecordingFiles files,
            RecordingList list,
            MissingRecordings missing,
            Pauses pauses,
            ObjectProvider<MeterRegistry> meters) {
        meters.ifAvailable(registry -> registry.gauge("kezheng.recordings.missing", missing, MissingRecordings::count));
        return new RecordingWork(collector(settings, files), list, missing, pauses);
    }

    private static @Nullable SpoolCollector collector(RecordingSettings settings, RecordingFiles files) {
        Path spool = settings.spool();
        return spool == null ? null : new SpoolCollector(spool, new PbxProcess(settings.pbxPidFile()), files);
    }

    private static TransactionTemplate reading(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template;
    }
}
