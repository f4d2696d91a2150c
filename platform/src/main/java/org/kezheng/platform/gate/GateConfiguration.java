package org.kezheng.platform.gate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.kezheng.crm.consents.Consents;
import org.kezheng.crm.consents.DoNotCall;
import org.kezheng.crm.customers.Customers;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.numbers.OwnNumbers;
import org.kezheng.platform.rounds.DueOfClients;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class GateConfiguration {
    private static final Duration RETENTION = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    ParameterChanges gateParameters(
            JdbcClient database,
            Directory directory,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new ParameterChanges(database, directory, ledger, clock, transactions);
    }

    @Bean
    OutsideNumbers outsideNumbers(
            JdbcClient database,
            CrmKeys keys,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new OutsideNumbers(database, keys.in("outside_number"), ledger, clock, transactions);
    }

    @Bean
    AgentMobiles agentMobiles(
            JdbcClient database,
            CrmKeys keys,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new AgentMobiles(database, keys.in("agent_mobile"), ledger, clock, transactions);
    }

    @Bean
    NumberChoice numberChoice(Customers customers) {
        return new NumberChoice(customers);
    }

    @Bean
    CrmKeys gateKeys(CustomerCiphers ciphers, BlindIndexes indexes) {
        return new CrmKeys(ciphers, indexes);
    }

    /// Keys for numbers in tables of this package.
    record CrmKeys(CustomerCiphers ciphers, BlindIndexes indexes) {
        SealedNumbers in(String table) {
            return new SealedNumbers(table, ciphers, indexes);
        }
    }

    @Bean
    GateRecords gateRecords(JdbcClient database, CrmKeys keys, AuditLedger ledger) {
        return new GateRecords(database, keys.in("gate_decision"), ledger);
    }

    @Bean
    GateRetention gateRetention(
            JdbcClient database,
            ParameterChanges parameters,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new GateRetention(database, parameters, ledger, clock, transactions);
    }

    @Bean
    Rounds gateRetentionRounds(Clients clients, GateRetention retention) {
        DueOfClients due = new DueOfClients(
                clients::all,
                GateRetention.AT_ONCE,
                retention::deleteDue,
                "Decisions of the gate that were due are deleted");
        return Rounds.whileServed("gate-retention").eachUntilDone(RETENTION, due);
    }

    @Bean
    Gate.Sources gateSources(
            ParameterChanges parameters,
            Consents consents,
            DoNotCall refusals,
            OwnNumbers ownNumbers,
            OutsideNumbers outsideNumbers,
            AgentMobiles mobiles,
            TrunkRoom trunks) {
        return new Gate.Sources(parameters, consents, refusals, ownNumbers, outsideNumbers, mobiles, trunks);
    }

    @Bean
    NumberAlarms numberAlarms(
            JdbcClient database, ParameterChanges parameters, Clock clock, PlatformTransactionManager transactions) {
        return new NumberAlarms(database, parameters, clock, transactions);
    }

    @Bean
    CallChoice callChoice(JdbcClient database, PlatformTransactionManager transactions, LiveDesks desks) {
        return new CallChoice(database, new TransactionTemplate(transactions), desks);
    }

    @Bean
    AlarmWatch alarmWatch(NumberAlarms alarms, Clients clients, LiveDesks desks) {
        return new AlarmWatch(alarms, clients, desks);
    }

    @Bean
    Rounds alarmRounds(AlarmWatch watch) {
        return Rounds.whileServed("number-alarms").each(LOOK, watch::look);
    }

    /// Without labels: how often an own number was at its limit is a figure of the site.
    @Bean
    FunctionCounter ownNumberRefusals(Gate gate, MeterRegistry meters) {
        return FunctionCounter.builder("kezheng.own.number.limit.refusals", gate, Gate::ownNumberRefusals)
                .register(meters);
    }

    @Bean
    LegsOfCalls legsOfCalls(Gate gate) {
        return gate::legsOf;
    }

    @Bean
    Gate gate(
            Gate.Sources sources,
            GateRecords records,
            Directory directory,
            AlarmWatch alarms,
            OwnNumbers.Terms terms,
            PlatformTransactionManager transactions) {
        Gate.Terms site = new Gate.Terms(directory.isOutboundEnabled(), terms.days(), terms.zone(), terms.clock());
        return new Gate(sources, records, alarms, site, transactions);
    }
}
