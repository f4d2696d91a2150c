package org.kezheng.platform.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.kezheng.acd.journal.JournalReader;
import org.kezheng.crm.CrmModule;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.evidence.calls.CallsModule;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.parties.PartyProjector;
import org.kezheng.security.SecurityModule;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// As much of the platform as projecting needs: no web, no PBX, no engine. Bears no annotation that a scan looks for,
/// since the platform itself must not pick it up.
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class
})
@Import({SecurityModule.class, CrmModule.class, CallsModule.class})
class RebuildContext {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeyDirectory keyDirectory(@Value("${kezheng.key-dir}") Path directory) {
        return KeyDirectory.open(directory);
    }

    @Bean
    JournalProjector.JournalSource journalSource(@Value("${kezheng.data-dir}") Path directory) {
        JournalReader reader = JournalReader.open(directory.resolve("journal"));
        return reader::from;
    }

    @Bean
    ConfidentialLog confidentialLog(@Value("${kezheng.data-dir}") Path directory, ClientKeys keys, Clock clock) {
        return ConfidentialLog.openForReading(directory.resolve("parties"), keys.confidentialLog(), clock);
    }

    @Bean
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
}
