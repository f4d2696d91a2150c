package org.kezheng.platform.claims;

import org.kezheng.evidence.claims.ProbeRun;
import org.kezheng.evidence.claims.ProbeRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets the probes run from when the platform is served until before it stops, and at once when the PBX comes or goes.
final class ClaimsLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimsLifecycle.class);

    private final ProbeRunner runner;
    private final PbxPresence pbx;
    private final EquipmentFiling filing;
    private final boolean isDemonstration;
    private volatile boolean isRunning;

    ClaimsLifecycle(ProbeRunner runner, PbxPresence pbx, EquipmentFiling filing, boolean isDemonstration) {
        this.runner = runner;
        this.pbx = pbx;
        this.filing = filing;
        this.isDemonstration = isDemonstration;
    }

    /// After the web server, and stopped before it.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        isRunning = true;
        pbx.onChange(() -> Thread.ofVirtual().name("kezheng-pbx-changed").start(this::pbxChanged));
        if (pbx.version().isPresent()) {
            fileFirstList();
        }
        runner.start();
    }

    private void pbxChanged() {
        if (isRunning) {
            runner.ask(CallChainProbe.ID, ProbeRun.Trigger.EVENT);
            fileFirstList();
            runner.ask(EquipmentProbe.ID, ProbeRun.Trigger.EVENT);
        }
    }

    private void fileFirstList() {
        if (isDemonstration && pbx.version().isPresent()) {
            try {
                filing.fileUnlessFiled();
            } catch (RuntimeException away) {
                LOG.atWarn().setCause(away).log("The demonstration's list of equipment could not be filed");
            }
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        runner.close();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
