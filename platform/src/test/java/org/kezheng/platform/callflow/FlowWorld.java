package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.EngineView;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// The real engine, the real call flow and the PBX's twin in one simulated time. What one side says to another
/// waits in a queue, and chance decides whose turn it is, so that every crossing of messages comes up sooner or
/// later.
final class FlowWorld implements PbxTwin.Timers {
    static final List<Integer> AGENTS = List.of(2001, 2002, 2003);

    final SplittableRandom random;
    final PbxTwin pbx;
    final List<FlowInput.Recorded> journal = new ArrayList<>();
    private final Engine engine = new Engine(Limits.standard());
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::order));
    private final Deque<FlowInput> fromPbx = new ArrayDeque<>();
    private final Deque<FlowInput> fromEngine = new ArrayDeque<>();
    private final Deque<Command> toEngine = new ArrayDeque<>();
    private long nowMicros = 1_763_900_000_000_000L;
    private long timersMade;
    private long internalMade;
    private CallFlow flow;
    private @Nullable String rememberedEpoch;
    /// How often callers were lent, and how often they came back in which way.
    final Map<Lending.State, Integer> lent = new EnumMap<>(Lending.State.class);
    /// How often somebody outside came so far.
    final Map<Class<? extends PartnerMoment>, Integer> partners = new HashMap<>();
    /// Whether whoever is asked outside is aside, by contact, as was told last.
    private final Map<ContactId, Boolean> partnersAside = new HashMap<>();
    private final Set<ContactId> handedOut = new HashSet<>();
    private long handOversMade;
    private final BothSides bothSides = new BothSides();
    private boolean isAnswerLost;

    FlowWorld(long seed) {
        this.random = new SplittableRandom(seed);
        this.pbx = new PbxTwin(random, this, event -> fromPbx.add(new FlowInput.Heard(event)));
        pbx.judgeTalksBy(bothSides::isTalk);
        this.flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), null);
        apply(new Command.Configure(SmallSite.configuration()));
        chooseDevices();
        pbx.connect();
        tellTime();
    }

    private void tellTime() {
        after(Duration.ofSeconds(1), () -> {
            if (flow.awaitsTime()) {
                handle(new FlowInput.Clock(now()));
            }
            tellTime();
        });
    }

    private record Timer(long at, long order, Runnable what) {}

    @Override
    public void after(Duration delay, Runnable what) {
        timersMade++;
        timers.add(new Timer(nowMicros + delay.toNanos() / 1_000, timersMade, what));
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plus(nowMicros, ChronoUnit.MICROS);
    }

    Engine engine() {
        return engine;
    }

    /// The contacts that an agent has.
    List<ContactId> talks() {
        return engine.view().contacts().stream()
                .filter(contact -> contact.stage() == EngineView.Stage.TALKING)
                .map(contact -> new ContactId(contact.contact()))
                .toList();
    }

    /// The agents who talk in an internal call, with the contact on whose behalf it is.
    Map<ContactId, AgentId> consultations() {
        Map<ContactId, AgentId> found = new LinkedHashMap<>();
        for (FlowInput.Recorded record : journal) {
            if (record.command() instanceof Command.CallAgent call && talks().contains(call.contact())) {
                found.put(new ContactId(call.precursor()), call.agent());
            }
        }
        return found;
    }

    /// Whether somebody is called on behalf of the contact, or is about to be: a desk lets nobody call a second
    /// one.
    boolean isConsulted(ContactId caller) {
        List<Long> live = engine.view().contacts().stream()
                .map(EngineView.Contact::contact)
                .toList();
        return toEngine.stream().anyMatch(command -> isOnBehalf(command, caller))
                || journal.stream()
                        .map(FlowInput.Recorded::command)
                        .filter(command -> isOnBehalf(command, caller))
                        .map(Command.CallAgent.class::cast)
                        .anyMatch(call -> live.contains(call.contact().value()));
    }

    private static boolean isOnBehalf(Command command, ContactId caller) {
        return command instanceof Command.CallAgent call && call.precursor() == caller.value();
    }

    /// The agent who talks in that call lends the caller.
    void lend(ContactId contact) {
        handle(new FlowInput.Lend(contact, SmallSite.SELF_SERVICE));
    }

    ContactId nextInternal() {
        internalMade++;
        return new ContactId(62L << 53 | internalMade);
    }

    void submit(Command command) {
        toEngine.add(command);
    }

    /// One message of a side picked by chance, or else the next thing in time.
    void step() {
        List<Runnable> choices = new ArrayList<>();
        if (!fromPbx.isEmpty()) {
            choices.add(() -> handle(fromPbx.remove()));
        }
        if (!fromEngine.isEmpty()) {
            choices.add(() -> handle(fromEngine.remove()));
        }
        if (!toEngine.isEmpty()) {
            choices.add(() -> apply(toEngine.remove()));
        }
        if (choices.isEmpty() || random.nextInt(20) == 0) {
            passTime();
        } else {
            choices.get(random.nextInt(choices.size())).run();
        }
    }

    private boolean isAllHeard() {
        return fromPbx.isEmpty() && fromEngine.isEmpty() && toEngine.isEmpty();
    }

    /// An order whose answer was lost is looked into at the next comparison only.
    private void requireAgreement() {
        if (isAllHeard() && pbx.isLinkUp() && !isAnswerLost) {
            bothSides.requireAgreement(pbx);
            bothSides.requirePartners(pbx, partnersAside);
            assertThat(engine.pendingEffects())
                    .as("all effects are carried out")
                    .isEmpty();
        }
    }

    private void passTime() {
        requireAgreement();
        Timer next = timers.peek();
        long deadline = engine.nextDeadlineMicros();
        if (next != null && next.at() <= deadline) {
            timers.remove();
            nowMicros = Math.max(nowMicros, next.at());
            next.what().run();
        } else if (deadline != Long.MAX_VALUE) {
            nowMicros = Math.max(nowMicros, deadline);
            apply(new Command.Tick());
        }
    }

    private void apply(Command command) {
        List<Event> events = new ArrayList<>();
        engine.apply(command, nowMicros, events::add);
        FlowInput.Recorded record = new FlowInput.Recorded(command, events);
        journal.add(record);
        bothSides.follow(events);
        fromEngine.add(record);
    }

    private void handle(FlowInput input) {
        for (FlowAction action : flow.handle(input)) {
            switch (action) {
                case FlowAction.Submit(var command) -> toEngine.add(command);
                case FlowAction.Ask(var request) -> ask(request);
                case FlowAction.RememberEpoch(var epoch) -> rememberedEpoch = epoch;
                case FlowAction.RememberCaller caller -> {}
                case FlowAction.AskGate ask -> fromPbx.add(new FlowInput.GateDecided(ask.contact(), null));
                case FlowAction.AskMobileGate ask -> decide(ask);
                case FlowAction.TellOutside told -> {}
                case FlowAction.AskWhoWants ask ->
                    fromPbx.add(new FlowInput.WantedBy(ask.contact(), random.nextInt(3) == 0));
                case FlowAction.TellPartner(var contact, var moment) -> told(contact, moment);
                case FlowAction.TellMoved moved -> {}
                case FlowAction.KeepOutside kept -> {}
                case FlowAction.AskWhoCalls ask -> fromPbx.add(new FlowInput.WhoCalls(ask.contact(), Set.of()));
                case FlowAction.PrepareCallback(var contact, var client) ->
                    fromPbx.add(
                            new FlowInput.CallbackPrepared(contact, random.nextInt(4) == 0 ? nextInternal() : null));
                case FlowAction.Compare(var contact, var client, var digits) ->
                    fromPbx.add(new FlowInput.Compared(contact, random.nextBoolean()));
                case FlowAction.KeepNotes notes -> {}
                case FlowAction.KeepTold told -> {}
                case FlowAction.TellLending(var contact, var talk, var line, var lending) ->
                    lent.merge(lending.state(), 1, Integer::sum);
                case FlowAction.RefuseLending refused -> {}
            }
        }
    }

    private void told(ContactId contact, PartnerMoment moment) {
        partners.merge(moment.getClass(), 1, Integer::sum);
        switch (moment) {
            case PartnerMoment.Dialled dialled -> {}
            case PartnerMoment.Consulted consulted -> partnersAside.put(contact, false);
            case PartnerMoment.Aside aside -> partnersAside.put(contact, true);
            case PartnerMoment.HandedOver over -> partnersAside.remove(contact);
            case PartnerMoment.Over over -> {
                partnersAside.remove(contact);
                handedOut.remove(contact);
            }
        }
    }

    /// The agent of that talk hands the caller to somebody outside, or asks them first.
    void handOut(ContactId contact) {
        handedOut.add(contact);
        handOversMade++;
        GatePass pass = new GatePass(1001, new PhoneNumber("13900139000"), new PhoneNumber("4001"));
        submit(new Command.Hold(contact));
        handle(new FlowInput.HandOut(contact, random.nextInt(4) > 0, handOversMade, pass));
    }

    /// Whether the desk has somebody outside in that talk, and does nothing else with it.
    boolean isHandedOut(ContactId contact) {
        return handedOut.contains(contact);
    }

    /// What the agent does with whom was asked outside.
    void actOutside(ContactId contact) {
        switch (random.nextInt(8)) {
            case 0 -> handle(new FlowInput.HandOutDone(contact));
            case 1 -> handle(new FlowInput.HandOutWithdrawn(contact));
            case 2 -> {
                if (partnersAside.containsKey(contact)) {
                    handle(new FlowInput.HandOutConferred(contact));
                    submit(new Command.Resume(contact));
                }
            }
            default -> handle(new FlowInput.HandOutSwapped(contact));
        }
    }

    /// The gate lets most of them out, and nothing for which there is no trunk.
    private void decide(FlowAction.AskMobileGate ask) {
        boolean isAllowed = ask.noTrunk().isEmpty() && random.nextInt(5) > 0;
        GatePass pass = new GatePass(1001, new PhoneNumber("13900139000"), new PhoneNumber("4001"));
        fromPbx.add(new FlowInput.MobileDecided(ask.offer(), isAllowed ? pass : null));
    }

    private void ask(PbxRequest request) {
        PbxAnswer answer = pbx.execute(request);
        boolean isLost = random.nextInt(200) == 0;
        isAnswerLost |= isLost;
        fromPbx.add(new FlowInput.Answered(request, isLost ? new PbxAnswer.Unavailable() : answer));
    }

    /// The link breaks: orders under way may or may not have been carried out, nobody knows.
    void loseLink() {
        if (!pbx.isLinkUp()) {
            return;
        }
        List<FlowInput> waiting = List.copyOf(fromPbx);
        fromPbx.clear();
        waiting.forEach(input -> fromPbx.add(
                input instanceof FlowInput.Answered(var request, var answer)
                        ? new FlowInput.Answered(request, new PbxAnswer.Unavailable())
                        : input));
        pbx.loseLink();
        after(Duration.ofMillis(random.nextInt(100, 20_000)), this::connect);
    }

    void restartPbx() {
        loseLink();
        pbx.restart();
    }

    /// The process dies: what it had heard and what it meant to say is gone, what is in the journal stays.
    void restartPlatform() {
        fromPbx.clear();
        fromEngine.clear();
        toEngine.clear();
        partnersAside.clear();
        handedOut.clear();
        if (pbx.isLinkUp()) {
            pbx.loseLink();
            fromPbx.clear();
        }
        // A start takes its time.
        nowMicros++;
        flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), rememberedEpoch);
        journal.forEach(record -> flow.recall(record.command(), record.events()));
        chooseDevices();
        connect();
    }

    void reconcile() {
        if (pbx.isLinkUp()) {
            isAnswerLost = false;
            pbx.reconcile();
        }
    }

    void connect() {
        if (!pbx.isLinkUp()) {
            pbx.connect();
        }
    }

    void chooseDevices() {
        for (int agent : AGENTS) {
            choose(agent, new AgentDevice.SipPhone("127.0.0.1", 5_060 + agent % 100));
        }
        handle(new FlowInput.MobileChosen(new AgentId(AGENTS.getFirst()), "/prompts/take"));
    }

    void choose(int agent, @Nullable AgentDevice device) {
        handle(new FlowInput.DeviceChosen(new AgentId(agent), device));
    }
}
