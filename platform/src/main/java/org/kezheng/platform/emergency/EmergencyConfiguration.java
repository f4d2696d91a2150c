package org.kezheng.platform.emergency;

import java.time.Clock;
import java.util.List;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.speech.Prompts;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EmergencyConfiguration {
    @Bean
    EmergencySwitch emergencySwitch(
            JdbcClient database,
            AuditLedger ledger,
            TransactionTemplate transaction,
            Prompts prompts,
            EmergencySwitch.Wiring wiring) {
        return new EmergencySwitch(new EmergencyRows(database), ledger, transaction, prompts, wiring);
    }

    @Bean
    EmergencySwitch.Wiring emergencyWiring(EmergencySwitch.Line line, LiveDesks desks, Clock clock) {
        return new EmergencySwitch.Wiring(line, desks, clock);
    }

    @Bean
    Restoring emergencyRestoring(EmergencySwitch lines, Directory directory) {
        return new Restoring(lines, directory);
    }

    /// Once the platform is up: until then the callers of a closed client wait, or hear the flow.
    record Restoring(EmergencySwitch lines, Directory directory) {
        @EventListener
        void whenServed(ApplicationReadyEvent served) {
            List<ClientId> clients = directory.definition().clients().stream()
                    .map(client -> new ClientId(client.id()))
                    .toList();
            lines.restore(clients);
        }
    }
}
