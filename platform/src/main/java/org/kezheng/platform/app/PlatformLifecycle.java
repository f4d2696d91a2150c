package org.kezheng.platform.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.platform.desk.AgentDesk;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveSocket;
import org.kezheng.platform.mobiles.MobileDevices;
import org.kezheng.platform.numbers.NumberSeed;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.parties.PartyProjector;
import org.kezheng.platform.phones.Phones;
import org.kezheng.security.identity.Sessions;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.PbxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/// Starts and stops the parts in order. It starts before the web server and stops after it, so nobody is served by
/// half a platform.
final class PlatformLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformLifecycle.class);
    private static final Duration PBX_PATIENCE = Duration.ofSeconds(20);

    /// The PBX's endpoint that calls and is called by the PBX itself.
    private static final AgentDevice SELF_TEST_DEVICE = new AgentDevice.Softphone("kezheng-probe");
    private static final long TOUCH_SECONDS = 60;

    private final Parts parts;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-busy").daemon().factory());
    private volatile boolean isRunning;

    PlatformLifecycle(Parts parts) {
        this.parts = parts;
    }

    /// What is started and stopped.
    record Parts(Stores stores, Telephone telephone, Desks desks, RunFiles files) {}

    /// What the first start makes, and what each start makes whole.
    record Beginning(FirstStart firstStart, NumberSeed numberSeed) {}

    record Stores(
            Beginning beginning,
            Directory directory,
            boolean isDemonstration,
            SoloHost host,
            Startup startup,
            ConfidentialLog log,
            JournalProjector journalProjector,
            PartyProjector partyProjector) {}

    record Telephone(AsteriskGateway gateway, CallFlowPump pump, PbxLink link, Phones phones, MobileDevices mobiles) {}

    record Desks(LiveDesks live, LiveSocket socket, AgentDesk agents, Sessions sessions) {}

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        Stores stores = parts.stores();
        parts.files().removeReady();
        stores.beginning().firstStart().make(stores.directory(), stores.isDemonstration());
        stores.beginning().numberSeed().enter(stores.directory().definition());
        parts.files().writePbx(stores.directory().definition());
        parts.telephone().pump().start();
        stores.startup().begin(parts.telephone().pump(), stores.directory());
        stores.journalProjector().start();
        stores.partyProjector().start();
        startDesks();
        startTelephone();
        isRunning = true;
        endWithTheEngine();
    }

    /// A platform whose engine has stopped serves nobody: it ends, and what started it starts it anew from the journal.
    private void endWithTheEngine() {
        var _ = parts.stores().host().termination().whenComplete((ended, failure) -> {
            if (failure != null) {
                LOG.atError().setCause(failure).log("The engine has stopped; the platform ends");
                Thread.ofPlatform().name("kezheng-end").start(() -> System.exit(ExitCodes.of(failure)));
            }
        });
    }

    private void startDesks() {
        Desks desks = parts.desks();
        desks.socket().start();
        desks.sessions().onEnd(end -> {
            parts.telephone().phones().sessionEnded(end.who());
            desks.agents().sessionEnded(end.who());
        });
        desks.agents().signOutTheGone();
        parts.stores().partyProjector().onProgress(desks.live()::completeParties);
        var _ = timer.scheduleWithFixedDelay(
                desks.agents()::keepBusyOnesSignedIn, TOUCH_SECONDS, TOUCH_SECONDS, TimeUnit.SECONDS);
    }

    private void startTelephone() {
        Telephone telephone = parts.telephone();
        telephone.phones().onChange(this::deviceChanged);
        parts.stores().directory().definition().agents().forEach(agent -> deviceChanged(agent.id()));
        telephone.gateway().start(this::heard);
    }

    private void deviceChanged(int agent) {
        Telephone telephone = parts.telephone();
        boolean isTest = parts.stores().directory().isTestAgent(agent);
        String prompt =
                telephone.phones().isOnMobile(agent) ? telephone.mobiles().prompt() : null;
        if (prompt == null) {
            telephone
                    .pump()
                    .deviceChosen(
                            agent,
                            isTest ? SELF_TEST_DEVICE : telephone.phones().onPbx(agent));
        } else {
            telephone.pump().mobileChosen(agent, prompt);
        }
        parts.desks().live().deviceChanged(new AgentId(agent));
    }

    private void heard(PbxEvent event) {
        Telephone telephone = parts.telephone();
        if (telephone.link().observe(event)) {
            telephone.phones().pbxConnected();
        }
        telephone.pump().heard(event);
    }

    /// Ready means: served, and the PBX connected or given up on for now. The waiting is done aside.
    @EventListener
    void whenServed(ApplicationReadyEvent served) {
        Thread.ofVirtual().name("kezheng-ready").start(() -> {
            try {
                parts.telephone().link().awaitFirst(PBX_PATIENCE);
                if (isRunning) {
                    parts.files().writeReady();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void stop() {
        isRunning = false;
        parts.files().removeReady();
        timer.shutdownNow();
        parts.desks().socket().close();
        parts.telephone().gateway().close();
        parts.telephone().pump().close();
        parts.telephone().phones().close();
        parts.stores().host().close();
        parts.stores().journalProjector().close();
        parts.stores().partyProjector().close();
        parts.stores().log().close();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
