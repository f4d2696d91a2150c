package org.kezheng.platform.listening;

import java.io.IOException;
import java.time.Clock;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ListeningConfiguration {
    @Bean
    Keeping listeningKeeping(JdbcClient database, AuditLedger ledger, TransactionTemplate transaction, Clock clock) {
        return new Keeping(database, ledger, transaction, clock);
    }

    /// Where acts are kept.
    record Keeping(JdbcClient database, AuditLedger ledger, TransactionTemplate transaction, Clock clock) {}

    @Bean
    MonitoringNotice monitoringNotice(NoticePlace place) throws IOException {
        return MonitoringNotice.of(place.directory(), JsonMapper.builder().build());
    }

    @Bean
    Notices monitoringNotices(MonitoringNotice notice, Keeping keeping, LiveDesks desks) {
        return new Notices(notice, keeping, desks);
    }

    @Bean
    Acknowledgements noticeAcknowledgements(MonitoringNotice notice, Keeping keeping, Directory directory) {
        return new Acknowledgements(notice, directory, keeping.database(), keeping.transaction());
    }

    @Bean
    ListeningRecords listeningRecords(Keeping keeping) {
        return new ListeningRecords(
                new ListeningRows(keeping.database()), keeping.ledger(), keeping.transaction(), keeping.clock());
    }

    @Bean
    Listenings listenings(
            ListenerLine line, ListeningRecords records, Notices notices, LiveDesks desks, Directory directory) {
        Listenings listenings = new Listenings(line, records, notices, desks, directory);
        desks.listenedToBy(listenings::of);
        return listenings;
    }

    @Bean
    ListeningEvents listeningEvents(Listenings listenings, SoloHost host, Sessions sessions) {
        ListeningEvents events = new ListeningEvents(listenings);
        host.onDurable(events::recorded);
        sessions.onEnd(end -> listenings.sessionEnded(end.who()));
        return events;
    }

    @Bean
    Leftovers listeningLeftovers(Listenings listenings, ListeningRecords records, Directory directory) {
        return new Leftovers(listenings, records, directory);
    }

    /// Closes what the last life of the platform left open.
    record Leftovers(Listenings listenings, ListeningRecords records, Directory directory) {
        @EventListener
        void whenServed(ApplicationReadyEvent served) {
            directory
                    .definition()
                    .clients()
                    .forEach(client -> records.closeLeftovers(new ClientId(client.id()), listenings.living()));
        }
    }
}
