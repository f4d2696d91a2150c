package org.kezheng.platform.outside;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.kezheng.platform.callflow.GatePass;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.parties.ConfidentialLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {
    /// Where the PBX's own trunk leads, for a site that names none.
    private static final GatePass.TrunkLine OWN_TRUNK = new GatePass.TrunkLine("trunk", null);

    private static final int MOST_TRUNKS = 9;

    @Bean
    OutsideCalls.Rows outsideCallRows(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
        return new OutsideCalls.Rows(database, clock, transactions);
    }

    @Bean
    OutsideCalls outsideCalls(
            Gate gate, ConfidentialLog log, Directory directory, OutsideCalls.Rows rows, Clock clock) {
        return new OutsideCalls(gate, log, trunks(directory.definition()), rows, clock);
    }

    private static List<GatePass.TrunkLine> trunks(Definition definition) {
        Definition.Outbound outbound = definition.outbound();
        List<GatePass.TrunkLine> trunks = outbound == null
                ? List.of()
                : Objects.requireNonNull(outbound.trunks()).stream()
                        .limit(MOST_TRUNKS)
                        .map(trunk -> new GatePass.TrunkLine(trunk.code(), trunk.address()))
                        .toList();
        return trunks.isEmpty() ? List.of(OWN_TRUNK) : trunks;
    }
}
