package org.kezheng.platform.phones;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.SoftphoneLines;

/// The agents' devices and softphone lines. A line is issued when a browser asks for it, and dies with its sign-in.
public final class Phones implements AutoCloseable {
    /// Devices of an agent whose tests are remembered besides the present one's.
    private static final int MOST_OTHERS = 8;

    private final URI wssUrl;
    private final SipAddresses addresses;
    private final PhoneBook book;
    private final Sessions sessions;
    private final Lines lines;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Device> devices = new HashMap<>();
    private final Map<Integer, TestedDevice> tests = new HashMap<>();
    /// What tests said of devices that agents have changed meanwhile: whose device failed does not mend it by choosing
    /// another one and the same again. Forgotten with the sign-in, and by a restart.
    private final Map<Integer, Map<Device, TestedDevice>> testsOfOthers = new HashMap<>();
    private final Set<SessionId> sessionsWithLine = new HashSet<>();
    private final CopyOnWriteArrayList<IntConsumer> listeners = new CopyOnWriteArrayList<>();

    Phones(PhoneSettings settings, PhoneBook book, Sessions sessions, PlatformSecrets secrets, SoftphoneLines pbx) {
        this.wssUrl = settings.wssUrl();
        this.addresses = new SipAddresses(settings.networks(), settings.taken());
        this.book = book;
        this.sessions = sessions;
        this.lines = new Lines(pbx, secrets, this::linesWanted);
        recall();
    }

    /// Registers who is told that an agent's device is another one.
    public void onChange(IntConsumer agentListener) {
        listeners.add(agentListener);
    }

    /// The sign-in's softphone line, issued now if it is not yet. Where the agent takes calls in the browser, they
    /// come to this sign-in's from now on: the one before may have died without a word.
    public Softphone softphone(SignedIn who) {
        SessionId session = who.session();
        if (deviceOf(who.account().value()) instanceof Device.Browser(var other) && !other.equals(session)) {
            choose(who, new Device.Browser(session));
        }
        lock.lock();
        try {
            if (sessionsWithLine.add(session)) {
                keep();
            }
        } finally {
            lock.unlock();
        }
        lines.issue(session);
        String user = Lines.endpoint(session);
        return new Softphone(wssUrl.toString(), "sip:" + user + "@kezheng", user, lines.password(session));
    }

    /// The agent takes calls in the browser of this sign-in.
    public void useBrowser(SignedIn who) {
        choose(who, new Device.Browser(who.session()));
        softphone(who);
    }

    /// The agent takes calls on a SIP phone; false when the address is none, or outside the networks of phones.
    public boolean useSip(SignedIn who, String hostAndPort) {
        Optional<Device.Sip> device = addresses.read(hostAndPort);
        device.ifPresent(sip -> choose(who, sip));
        return device.isPresent();
    }

    /// The agent answers on the own mobile. Whether that is allowed is asked before.
    public void useMobile(SignedIn who) {
        choose(who, new Device.Mobile());
    }

    public boolean isOnMobile(int agent) {
        return deviceOf(agent) instanceof Device.Mobile;
    }

    /// Who is on the own mobile, if they still are, has no device from now on.
    ///
    /// @return whether they were
    public boolean leaveMobile(int agent) {
        boolean wasMobile;
        lock.lock();
        try {
            wasMobile = devices.remove(agent, new Device.Mobile());
            if (wasMobile) {
                tests.remove(agent);
                keep();
            }
        } finally {
            lock.unlock();
        }
        if (wasMobile) {
            tell(agent);
        }
        return wasMobile;
    }

    /// The device of an agent as the PBX reaches it by itself; `null` when there is none, or it is a mobile.
    public @Nullable AgentDevice onPbx(int agent) {
        Device device = deviceOf(agent);
        return device == null ? null : device.onPbx();
    }

    /// `browser`, `sip`, `mobile` or `none`.
    public String kindOf(int agent) {
        Device device = deviceOf(agent);
        return device == null ? "none" : device.kind();
    }

    /// How the present device of an agent was tried last, in a sign-in that lives; empty when it was not.
    public Optional<TestedDevice> testOf(int agent) {
        lock.lock();
        try {
            return Optional.ofNullable(tests.get(agent));
        } finally {
            lock.unlock();
        }
    }

    /// A test of the present device begins.
    ///
    /// @return false when one is under way
    public boolean beginTest(SignedIn who, Instant at) {
        boolean isAlone = replaceTest(who, DeviceFinding.RUNNING, at, last -> last == null || !last.isRunning());
        if (isAlone) {
            tell(who.account().value());
        }
        return isAlone;
    }

    /// The test that began then has ended. What was found of a device that is none any more is forgotten.
    public void endTest(SignedIn who, Instant begunAt, DeviceFinding finding, Instant at) {
        boolean isThis = replaceTest(
                who,
                finding,
                at,
                last -> last != null
                        && last.isRunning()
                        && last.session().equals(who.session())
                        && last.at().equals(begunAt));
        if (isThis) {
            tell(who.account().value());
        }
    }

    private boolean replaceTest(
            SignedIn who, DeviceFinding finding, Instant at, Predicate<@Nullable TestedDevice> isToBe) {
        int agent = who.account().value();
        lock.lock();
        try {
            if (!isToBe.test(tests.get(agent))) {
                return false;
            }
            tests.put(agent, TestedDevice.next(who.session(), finding, at, tests.get(agent)));
            keep();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// A sign-in has ended: its line goes, and the agent's device with it if that was it.
    public void sessionEnded(SignedIn who) {
        int agent = who.account().value();
        boolean hadLine;
        boolean wasDevice;
        boolean wasTested;
        lock.lock();
        try {
            hadLine = sessionsWithLine.remove(who.session());
            wasDevice = devices.remove(agent, new Device.Browser(who.session()));
            wasTested = forgetTests(who);
            if (hadLine || wasDevice || wasTested) {
                keep();
            }
        } finally {
            lock.unlock();
        }
        if (hadLine) {
            lines.revoke(who.session());
        }
        if (wasDevice || wasTested) {
            tell(agent);
        }
    }

    /// The PBX is connected, perhaps for the first time since it was started: its lines are compared with the sign-ins.
    public void pbxConnected() {
        lines.mend();
    }

    @Override
    public void close() {
        lines.close();
    }

    private void choose(SignedIn who, Device device) {
        int agent = who.account().value();
        lock.lock();
        try {
            Device before = devices.put(agent, device);
            if (!device.equals(before)) {
                changeTests(agent, before, device);
            }
            keep();
        } finally {
            lock.unlock();
        }
        tell(agent);
    }

    private void changeTests(int agent, @Nullable Device before, Device now) {
        Map<Device, TestedDevice> others = testsOfOthers.computeIfAbsent(agent, ignored -> new LinkedHashMap<>());
        TestedDevice last = tests.remove(agent);
        if (before != null && last != null && last.known() != null) {
            others.put(before, last.isRunning() ? last.interrupted() : last);
            if (others.size() > MOST_OTHERS) {
                others.remove(others.keySet().iterator().next());
            }
        }
        TestedDevice earlier = others.remove(now);
        if (earlier != null) {
            tests.put(agent, earlier);
        }
    }

    /// @return whether the present device's test was that sign-in's
    private boolean forgetTests(SignedIn who) {
        int agent = who.account().value();
        Map<Device, TestedDevice> others = testsOfOthers.get(agent);
        if (others != null) {
            others.values().removeIf(test -> test.session().equals(who.session()));
        }
        TestedDevice test = tests.get(agent);
        boolean wasTested = test != null && test.session().equals(who.session());
        if (wasTested) {
            tests.remove(agent);
        }
        return wasTested;
    }

    private void tell(int agent) {
        listeners.forEach(listener -> listener.accept(agent));
    }

    private @Nullable Device deviceOf(int agent) {
        lock.lock();
        try {
            return devices.get(agent);
        } finally {
            lock.unlock();
        }
    }

    private Set<SessionId> linesWanted() {
        lock.lock();
        try {
            return Set.copyOf(sessionsWithLine);
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        Map<Integer, PhoneBook.Entry> entries = new HashMap<>();
        devices.forEach((agent, device) -> entries.put(
                agent,
                switch (device) {
                    case Device.Browser(var session) -> new PhoneBook.Entry(session.value(), null, null);
                    case Device.Sip(var host, var port) -> new PhoneBook.Entry(null, host + ":" + port, null);
                    case Device.Mobile mobile -> new PhoneBook.Entry(null, null, true);
                }));
        Set<UUID> ids = new HashSet<>();
        sessionsWithLine.forEach(session -> ids.add(session.value()));
        Map<Integer, PhoneBook.TestEntry> kept = new HashMap<>();
        tests.forEach((agent, test) -> kept.put(agent, test.entry()));
        book.write(new PhoneBook.Content(entries, ids, kept));
    }

    /// Takes back what was chosen before the restart, as far as its sign-in still lives.
    private void recall() {
        Set<SessionId> live = new HashSet<>();
        sessions.live().forEach(view -> live.add(view.who().session()));
        PhoneBook.Content content = book.read();
        content.lines().stream().map(SessionId::new).filter(live::contains).forEach(sessionsWithLine::add);
        content.devices().forEach((agent, entry) -> {
            UUID browser = entry.browser();
            String sip = entry.sip();
            if (browser != null && live.contains(new SessionId(browser))) {
                devices.put(agent, new Device.Browser(new SessionId(browser)));
            } else if (sip != null) {
                addresses.read(sip).ifPresent(device -> devices.put(agent, device));
            } else if (Boolean.TRUE.equals(entry.mobile())) {
                devices.put(agent, new Device.Mobile());
            }
        });
        content.knownTests().forEach((agent, test) -> {
            TestedDevice tested = TestedDevice.of(test);
            if (live.contains(tested.session()) && devices.containsKey(agent)) {
                tests.put(agent, tested.isRunning() ? tested.interrupted() : tested);
            }
        });
    }
}
