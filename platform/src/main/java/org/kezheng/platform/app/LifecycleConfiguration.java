package org.kezheng.platform.app;

import org.kezheng.acd.journal.SoloHost;
import org.kezheng.crm.customers.Customers;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.desk.AgentDesk;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.directory.EngineConfigurations;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveSocket;
import org.kezheng.platform.mobiles.MobileDevices;
import org.kezheng.platform.numbers.NumberSeed;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.parties.PartyProjector;
import org.kezheng.platform.phones.Phones;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.identity.AdministratorInvitations;
import org.kezheng.security.identity.Sessions;
import org.kezheng.telephony.AsteriskGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the parts together for their start.
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {
    @Bean
    FirstStart firstStart(
            SiteSettings settings,
            Clients clients,
            Accounts accounts,
            AdministratorInvitations invitations,
            Customers customers) {
        return new FirstStart(settings, clients, accounts, invitations, customers);
    }

    @Bean
    PlatformLifecycle.Stores storeParts(
            SiteSettings settings,
            PlatformLifecycle.Beginning beginning,
            Directory directory,
            Startup startup,
            DurableParts durable) {
        return new PlatformLifecycle.Stores(
                beginning,
                directory,
                settings.demonstration(),
                durable.host(),
                startup,
                durable.log(),
                durable.journalProjector(),
                durable.partyProjector());
    }

    @Bean
    PlatformLifecycle.Beginning beginning(FirstStart firstStart, NumberSeed numberSeed) {
        return new PlatformLifecycle.Beginning(firstStart, numberSeed);
    }

    record DurableParts(
            SoloHost host, ConfidentialLog log, JournalProjector journalProjector, PartyProjector partyProjector) {}

    @Bean
    DurableParts durableParts(
            SoloHost host, ConfidentialLog log, JournalProjector journalProjector, PartyProjector partyProjector) {
        return new DurableParts(host, log, journalProjector, partyProjector);
    }

    @Bean
    Startup startup(
            DurableParts durable,
            CallFlow flow,
            LiveDesks desks,
            AgentDesk agents,
            EngineConfigurations configurations) {
        return new Startup(
                durable.host(), flow, new Startup.Desks(desks, agents), durable.journalProjector(), configurations);
    }

    @Bean
    PlatformLifecycle.Telephone telephoneParts(
            AsteriskGateway gateway, CallFlowPump pump, PbxLink link, Phones phones, MobileDevices mobiles) {
        return new PlatformLifecycle.Telephone(gateway, pump, link, phones, mobiles);
    }

    @Bean
    PlatformLifecycle.Desks deskParts(LiveDesks live, LiveSocket socket, AgentDesk agents, Sessions sessions) {
        return new PlatformLifecycle.Desks(live, socket, agents, sessions);
    }

    @Bean
    PlatformLifecycle platformLifecycle(
            PlatformLifecycle.Stores stores,
            PlatformLifecycle.Telephone telephone,
            PlatformLifecycle.Desks desks,
            RunFiles files) {
        return new PlatformLifecycle(new PlatformLifecycle.Parts(stores, telephone, desks, files));
    }
}
