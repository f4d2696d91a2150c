package org.kezheng.platform.devicetest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.phones.DeviceFinding;
import org.kezheng.platform.phones.Phones;
import org.kezheng.security.access.SignedIn;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.DeviceTestSign;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tests of agents' devices, each on a thread of its own; one at a time for each agent, and [#MAX_AT_ONCE] over all.
public final class DeviceTests {
    static final int MAX_AT_ONCE = 50;

    static final Duration RING_WITHIN = Duration.ofSeconds(5);
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    /// The tone, the listening, and what the PBX needs in between.
    static final Duration LISTEN_WITHIN = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTests.class);
    private static final String PREFIX = "kz-test-";

    private final Phones phones;
    private final Standings standings;
    private final DeviceTestLine line;
    private final DeviceTestRecords records;
    private final Clock clock;
    private final ConcurrentMap<String, TestCall> calls = new ConcurrentHashMap<>();
    private final AtomicLong lastId;

    DeviceTests(Phones phones, Standings standings, DeviceTestLine line, DeviceTestRecords records, Clock clock) {
        this.phones = phones;
        this.standings = standings;
        this.line = line;
        this.records = records;
        this.clock = clock;
        this.lastId = new AtomicLong(clock.millis());
    }

    /// What the PBX sees of a test's call.
    public void seen(DeviceTestSign sign) {
        TestCall call = calls.get(sign.testId());
        if (call != null) {
            call.seen(sign);
        }
    }

    /// Begins a test, and gives how the agent stands; what is found comes with the agent's view.
    AgentView begin(SignedIn who) {
        AgentDevice device = requireDevice(who);
        if (calls.size() >= MAX_AT_ONCE) {
            throw Problem.unavailable("device-test.busy", "Too many devices are tried at once; try again in a moment");
        }
        Instant begunAt = begunAt(who);
        String testId = PREFIX + lastId.incrementAndGet();
        TestCall call = new TestCall();
        calls.put(testId, call);
        Thread.ofVirtual().name("kezheng-device-test").start(() -> {
            DeviceFinding finding = find(testId, device, call);
            finish(who, begunAt, finding);
        });
        return view(who);
    }

    /// The console says that the browser's microphone cannot be opened: there is nothing to call for.
    AgentView failed(SignedIn who, DeviceFinding finding) {
        requireDevice(who);
        finish(who, begunAt(who), finding);
        return view(who);
    }

    private Instant begunAt(SignedIn who) {
        Instant now = clock.instant();
        if (!phones.beginTest(who, now)) {
            throw Problem.conflict("device-test.running", "This device is being tried already");
        }
        return now;
    }

    private AgentDevice requireDevice(SignedIn who) {
        int agent = who.account().value();
        if (!view(who).state().equals("not-ready")) {
            throw Problem.conflict("device-test.state", "Become not ready first: a call may come meanwhile");
        }
        AgentDevice device = phones.onPbx(agent);
        if (phones.isOnMobile(agent)) {
            throw Problem.conflict(
                    "device-test.mobile", "A mobile is not tried: each call to it is one to the outside, for a call");
        }
        if (device == null) {
            throw Problem.conflict("device-test.no-device", "Choose the browser or a SIP phone first");
        }
        return device;
    }

    private DeviceFinding find(String testId, AgentDevice device, TestCall call) {
        try {
            return line.call(testId, device)
                    ? call.await(RING_WITHIN, ANSWER_WITHIN, LISTEN_WITHIN)
                    : DeviceFinding.PBX_AWAY;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return DeviceFinding.PBX_AWAY;
        } finally {
            calls.remove(testId);
            line.end(testId);
        }
    }

    private void finish(SignedIn who, Instant begunAt, DeviceFinding finding) {
        int agent = who.account().value();
        String kind = phones.kindOf(agent);
        phones.endTest(who, begunAt, finding, clock.instant());
        try {
            records.enter(who, kind, finding, clock.instant());
        } catch (RuntimeException failure) {
            // The agent is to work all the same: the test is no disclosure, and nothing was changed by it.
            LOG.atWarn().addKeyValue("agent", agent).setCause(failure).log("A test of a device is not in the records");
        }
    }

    private AgentView view(SignedIn who) {
        return standings.of(who.account().value());
    }
}
