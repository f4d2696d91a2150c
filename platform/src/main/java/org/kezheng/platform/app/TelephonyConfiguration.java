package org.kezheng.platform.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.crm.consents.NuisanceMarks;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.evidence.measures.CallTimings;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.callflow.CallMoment;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.desk.AgentDesk;
import org.kezheng.platform.desk.CallActs;
import org.kezheng.platform.desk.ClickToCall;
import org.kezheng.platform.desk.ColleagueCalls;
import org.kezheng.platform.desk.Consultations;
import org.kezheng.platform.desk.MobileChoice;
import org.kezheng.platform.desk.PartnerCalls;
import org.kezheng.platform.desk.SelfServices;
import org.kezheng.platform.desk.TalkActs;
import org.kezheng.platform.desk.TalkLine;
import org.kezheng.platform.devicetest.DeviceTestLine;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.emergency.EmergencySwitch;
import org.kezheng.platform.gate.OutsideNumbers;
import org.kezheng.platform.lines.AccessLines;
import org.kezheng.platform.lines.Verifier;
import org.kezheng.platform.lines.WhoCalls;
import org.kezheng.platform.listening.ListeningEvents;
import org.kezheng.platform.listening.NoticePlace;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LivePlace;
import org.kezheng.platform.live.LiveSocket;
import org.kezheng.platform.measures.CallClock;
import org.kezheng.platform.mobiles.MobileDevices;
import org.kezheng.platform.numbers.OwnNumbers;
import org.kezheng.platform.outside.ContactNumbers;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.platform.outside.OutsideLines;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.recordings.RecordingSwitch;
import org.kezheng.platform.retention.RecordingRules;
import org.kezheng.platform.selftest.TestLine;
import org.kezheng.platform.speech.Prompts;
import org.kezheng.platform.supervision.CallMoves;
import org.kezheng.platform.supervision.Supervision;
import org.kezheng.platform.trunks.TrunkMeter;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.ManagerAccess;
import org.kezheng.telephony.SoftphoneLines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/// The PBX, the call flow between it and the engine, and the desks.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class TelephonyConfiguration {
    @Bean(destroyMethod = "")
    AsteriskGateway asteriskGateway(PbxSettings settings) {
        return new AsteriskGateway(settings.gateway());
    }

    @Bean
    ManagerAccess managerAccessForLines(PbxSettings settings) {
        return settings.lines();
    }

    @Bean
    DeviceTestLine deviceTestLine(AsteriskGateway gateway) {
        return new PbxTestLine(gateway);
    }

    @Bean
    TestLine selfTestLine(AsteriskGateway gateway) {
        return new SelfTestLine(gateway);
    }

    @Bean
    RecordingSwitch recordingSwitch(AsteriskGateway gateway, RecordingRules rules, CallFlow flow) {
        gateway.recordOnly(tag -> PbxRecordingSwitch.isRecorded(tag, rules));
        return new PbxRecordingSwitch(new PbxOrders(gateway), flow);
    }

    @Bean
    SoftphoneLines softphoneLines(PbxSettings settings) {
        return new SoftphoneLines(settings.configuration(), settings.mediaAddress());
    }

    /// Told of steps before anybody else, so that its instants are the steps' own.
    @Bean
    CallClock callClock(CallTimings timings, Clock clock, SoloHost host, AsteriskGateway gateway, LiveDesks desks) {
        CallClock calls = new CallClock(timings, clock);
        host.onDurable(calls::recorded);
        gateway.observe(moment -> CallMoment.of(moment).ifPresent(calls::happened));
        desks.onShown(calls::shown);
        return calls;
    }

    @Bean
    RunFiles runFiles(SiteSettings settings) {
        return new RunFiles(settings.dataDir());
    }

    @Bean
    PbxLink pbxLink(MeterRegistry meters) {
        PbxLink link = new PbxLink();
        meters.gauge("kezheng.ami.connected", link, state -> state.isUp() ? 1 : 0);
        return link;
    }

    @Bean
    CallFlow callFlow(
            Directory directory,
            HolidayCalendar holidays,
            RunFiles files,
            SiteSettings settings,
            Prompts prompts,
            TrunkMeter trunks) {
        if (settings.demonstration()) {
            SiteFile.writeDemonstrationFlows(settings.dataDir());
        }
        CallFlow flow = new CallFlow(
                AccessLines.plan(settings.dataDir(), directory.definition(), prompts, holidays),
                trunks.plan(),
                files.bootEpoch());
        trunks.begunOfLate().forEach(begun -> flow.recallBegun(begun.trunk(), begun.at()));
        return flow;
    }

    @Bean
    EmergencySwitch.Line emergencyLine(CallFlowPump pump) {
        return (client, emergency) ->
                pump.emergencySwitched(new org.kezheng.acd.engine.ClientId(client.value()), emergency);
    }

    @Bean
    WhoCalls whoCalls(CallFlowPump pump, Customers customers, NuisanceMarks nuisances) {
        WhoCalls lookups = new WhoCalls(customers, nuisances);
        pump.lookUpBy(lookups);
        return lookups;
    }

    @Bean
    Verifier verifier(CallFlowPump pump, ConfidentialLog log, Customers customers, Verifications verifications) {
        Verifier verifier = new Verifier(log, customers, verifications);
        pump.verifyBy(verifier);
        return verifier;
    }

    @Bean(destroyMethod = "")
    CallFlowPump callFlowPump(
            CallFlow flow, SoloHost host, AsteriskGateway gateway, ConfidentialLog log, RunFiles files, Clock clock) {
        gateway.takeCallsFor(flow.numbers());
        return new CallFlowPump(flow, host, gateway, log, files, clock);
    }

    /// The way to the outside: the gate for what is dialled, and the register for what is sent.
    @Bean
    CallFlowPump.Outside wayOutside(
            CallFlowPump pump,
            AsteriskGateway gateway,
            OutsideCalls calls,
            OwnNumbers numbers,
            TrunkMeter trunks,
            MobileDevices mobiles,
            OutsideLines lines) {
        pump.keepOutside(lines::take);
        gateway.sendOnly(numbers::maySend);
        pump.askForMobiles(asked -> mobiles.ask(
                asked.contact().value(),
                new org.kezheng.security.tenancy.ClientId(asked.client().value()),
                asked.agent().value(),
                asked.noTrunk()));
        CallFlowPump.Outside outside = new CallFlowPump.Outside(
                asked -> calls.ask(
                        asked.contact().value(),
                        new org.kezheng.security.tenancy.ClientId(asked.client().value()),
                        asked.precursor(),
                        asked.noTrunk()),
                (contact, client) -> calls.prepareCallback(
                        contact.value(), new org.kezheng.security.tenancy.ClientId(client.value())),
                (contact, client) ->
                        calls.isByClick(contact.value(), new org.kezheng.security.tenancy.ClientId(client.value())),
                (contact, result) -> calls.ended(contact.value(), result),
                trunks::used);
        pump.lead(outside);
        return outside;
    }

    @Bean
    ClickToCall clickToCall(
            SoloHost host, LiveDesks desks, Directory directory, OutsideCalls calls, MobileChoice mobiles) {
        return new ClickToCall(new Acd(host), desks, directory, calls, mobiles);
    }

    @Bean
    AgentDesk agentDesk(SoloHost host, LiveDesks desks, Directory directory, ConfidentialLog log, Sessions sessions) {
        return new AgentDesk(new Acd(host), desks, directory, log, sessions);
    }

    @Bean
    PartnerCalls.Sources partnerSources(OutsideNumbers numbers, OutsideCalls calls) {
        return new PartnerCalls.Sources(numbers, calls);
    }

    @Bean
    PartnerCalls partnerCalls(
            SoloHost host, LiveDesks desks, PartnerCalls.Sources sources, CallFlowPump pump, Clock clock) {
        PartnerCalls calls = new PartnerCalls(new Acd(host), desks, sources, new PumpPartnerLine(pump, clock), clock);
        pump.tellPartners(calls::told);
        return calls;
    }

    @Bean
    CallActs callActs(SoloHost host, LiveDesks desks, Directory directory, PartnerCalls partners) {
        return new CallActs(new Acd(host), desks, directory, partners);
    }

    @Bean
    TalkLine talkLine(AsteriskGateway gateway, CallFlow flow) {
        return new PbxTalkLine(new PbxOrders(gateway), flow);
    }

    @Bean
    TalkActs.Trail talkTrail(AuditLedger ledger, TransactionTemplate transaction) {
        return new TalkActs.Trail(ledger, transaction);
    }

    @Bean
    TalkActs talkActs(SoloHost host, LiveDesks desks, Directory directory, TalkLine line, TalkActs.Trail trail) {
        return new TalkActs(new Acd(host), desks, directory, line, trail);
    }

    @Bean
    SelfServices selfServices(SoloHost host, LiveDesks desks, Directory directory, CallFlow flow, CallFlowPump pump) {
        pump.tellLendings(told -> desks.lent(told.contact(), told.talk(), SelfServices.view(told.lending())));
        return new SelfServices(new Acd(host), desks, directory, new SelfServices.Line() {
            @Override
            public boolean has(LivePlace place, String code) {
                return flow.hasSelfService(place.client(), code);
            }

            @Override
            public CompletableFuture<Boolean> lend(ContactId contact, String code) {
                return pump.lend(contact, code);
            }
        });
    }

    @Bean
    Consultations consultations(
            SoloHost host, LiveDesks desks, Directory directory, Clock clock, PartnerCalls partners) {
        return new Consultations(new Acd(host), desks, directory, new ContactNumbers(clock), partners);
    }

    @Bean
    PbxListenerLine listenerLine(AsteriskGateway gateway, CallFlow flow, Phones phones) {
        return new PbxListenerLine(gateway, flow, phones);
    }

    @Bean
    NoticePlace monitoringNoticePlace(SiteSettings settings) {
        return new NoticePlace(settings.dataDir());
    }

    @Bean
    ListenerSigns listenerSigns(PbxListenerLine line, ListeningEvents events, CallFlowPump pump) {
        line.tell(events);
        pump.tellMoves(events::moved);
        return new ListenerSigns(line);
    }

    /// That what the PBX says of listeners is heard.
    record ListenerSigns(PbxListenerLine line) {}

    @Bean
    ColleagueCalls colleagueCalls(
            SoloHost host, LiveDesks desks, Directory directory, Clock clock, MobileChoice mobiles) {
        ColleagueCalls calls = new ColleagueCalls(new Acd(host), desks, directory, new ContactNumbers(clock), mobiles);
        host.onDurable(calls::accept);
        return calls;
    }

    @Bean
    Supervision.Floor supervisedFloor(SoloHost host, LiveDesks desks, Directory directory) {
        return new Supervision.Floor(new Acd(host), desks, directory);
    }

    @Bean
    Supervision supervision(
            Supervision.Floor floor,
            AuditLedger ledger,
            Sessions sessions,
            TransactionTemplate transaction,
            CallMoves moves) {
        return new Supervision(floor, ledger, sessions, transaction, moves);
    }

    /// Handshakes of pages from elsewhere are refused.
    @Bean
    WebSocketConfigurer liveEndpoint(LiveSocket socket) {
        return registry -> registry.addHandler(socket, "/api/live");
    }
}
