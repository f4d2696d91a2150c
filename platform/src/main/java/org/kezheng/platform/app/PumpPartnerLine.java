package org.kezheng.platform.app;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.callflow.FlowInput;
import org.kezheng.platform.callflow.GatePass;
import org.kezheng.platform.desk.PartnerLine;

/// Gives the call flow what agents want of people outside.
final class PumpPartnerLine implements PartnerLine {
    private final CallFlowPump pump;
    /// Milliseconds since 1970, and never the same twice, also not after a restart.
    private final AtomicLong numbers;

    private final Clock clock;

    PumpPartnerLine(CallFlowPump pump, Clock clock) {
        this.pump = pump;
        this.clock = clock;
        this.numbers = new AtomicLong(clock.millis());
    }

    @Override
    public void transfer(ContactId caller, GatePass pass) {
        pump.handOut(new FlowInput.HandOut(caller, false, next(), pass));
    }

    @Override
    public void consult(ContactId caller, GatePass pass) {
        pump.handOut(new FlowInput.HandOut(caller, true, next(), pass));
    }

    @Override
    public void swap(ContactId caller) {
        pump.handOut(new FlowInput.HandOutSwapped(caller));
    }

    @Override
    public void confer(ContactId caller) {
        pump.handOut(new FlowInput.HandOutConferred(caller));
    }

    @Override
    public void complete(ContactId caller) {
        pump.handOut(new FlowInput.HandOutDone(caller));
    }

    @Override
    public void withdraw(ContactId caller) {
        pump.handOut(new FlowInput.HandOutWithdrawn(caller));
    }

    private long next() {
        return numbers.updateAndGet(last -> Math.max(last + 1, clock.millis()));
    }
}
