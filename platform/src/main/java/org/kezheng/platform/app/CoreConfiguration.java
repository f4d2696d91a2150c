package org.kezheng.platform.app;

import java.time.Clock;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.crm.CrmModule;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.Customers;
import org.kezheng.evidence.calls.CallsModule;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.platform.devicetest.Standings;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.directory.EngineConfigurations;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveSocket;
import org.kezheng.platform.live.Parties;
import org.kezheng.platform.measures.TestTraffic;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.parties.PartyProjector;
import org.kezheng.platform.phones.Phones;
import org.kezheng.security.SecurityModule;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.ledger.CheckpointFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;

/// Keys, journal, confidential log and what is derived from them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SiteSettings.class, PbxSettings.class})
@Import({SecurityModule.class, CrmModule.class, CallsModule.class})
class CoreConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// The keys that belong to the data; the launcher has made them, certificates included.
    @Bean
    KeyDirectory keyDirectory(SiteSettings settings) {
        return KeyDirectory.prepare(settings.keyDir(), settings.dataDir());
    }

    /// Checkpoints of the ledger stand beside the database too.
    @Bean
    CheckpointFile checkpointFile(SiteSettings settings) {
        return CheckpointFile.in(settings.dataDir().resolve("ledger"));
    }

    @Bean
    Directory directory(SiteSettings settings) {
        return new Directory(new SiteFile(settings.dataDir()).definition(settings.demonstration()));
    }

    @Bean
    EngineConfigurations engineConfigurations() {
        return new EngineConfigurations();
    }

    @Bean
    MeasureScope measureScope(Directory directory, SiteSettings settings) {
        return TestTraffic.excludedFrom(directory, settings.timeZone());
    }

    @Bean(destroyMethod = "")
    SoloHost soloHost(SiteSettings settings) {
        SoloHost host = SoloHost.open(HostSettings.standard(settings.dataDir().resolve("journal")));
        SnapshotLog.follow(host);
        return host;
    }

    @Bean(destroyMethod = "")
    ConfidentialLog confidentialLog(SiteSettings settings, ClientKeys keys, Clock clock) {
        return ConfidentialLog.open(settings.dataDir().resolve("parties"), keys.confidentialLog(), clock);
    }

    @Bean(destroyMethod = "")
    PartyProjector partyProjector(
            ConfidentialLog log,
            CallParties parties,
            CallNotes notes,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        return new PartyProjector(
                log,
                new PartyProjector.Tables(parties, notes, new CallerSteps(database, transactions)),
                database,
                transactions);
    }

    @Bean
    JournalProjector.JournalSource journalSource(SoloHost host) {
        return position -> host.reader().from(position);
    }

    @Bean
    Parties parties(ConfidentialLog log, Customers customers) {
        return new Parties(log, customers);
    }

    @Bean
    LiveDesks liveDesks(Directory directory, Parties parties, Phones phones, Clock clock, MeasureScope scope) {
        return new LiveDesks(directory, parties, agent -> DeviceViews.of(phones, agent), clock, scope);
    }

    @Bean
    Standings standings(LiveDesks desks) {
        return agent -> desks.agent(new AgentId(agent));
    }

    @Bean(destroyMethod = "")
    LiveSocket liveSocket(LiveDesks desks, Sessions sessions, ObjectMapper json) {
        return new LiveSocket(desks, sessions, json);
    }
}
