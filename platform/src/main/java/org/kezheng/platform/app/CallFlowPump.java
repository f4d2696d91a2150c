package org.kezheng.platform.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.journal.HostUnavailable;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.callers.CallerStep;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.callflow.Emergency;
import org.kezheng.platform.callflow.FlowAction;
import org.kezheng.platform.callflow.FlowInput;
import org.kezheng.platform.callflow.FlowLine;
import org.kezheng.platform.callflow.GatePass;
import org.kezheng.platform.callflow.OutsideMoment;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.platform.callflow.PartnerMoment;
import org.kezheng.platform.callflow.TrunkUse;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.lines.Verifier;
import org.kezheng.platform.lines.WhoCalls;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.PbxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the call flow: one thread takes what happened from one bounded queue and does what the flow says. The
/// thread never waits for the engine or the PBX, so those who feed the queue wait for it only while it writes a
/// number to disk.
final class CallFlowPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallFlowPump.class);
    private static final int CAPACITY = 20_000;
    private static final long IDLE_MILLIS = 60_000;
    private static final long HELD_UP_MILLIS = 50;
    private static final long CLOSE_SECONDS = 10;
    private static final long CLOCK_MILLIS = 1_000;

    private final CallFlow flow;
    private final AsteriskGateway gateway;
    private final ConfidentialLog parties;
    private final RunFiles files;
    private final Clock clock;
    private final Inbox<Item> inbox = new Inbox<>(CAPACITY);
    private final Submissions submissions;
    private final Thread thread = Thread.ofPlatform().name("kezheng-callflow").unstarted(this::run);

    CallFlowPump(
            CallFlow flow,
            SoloHost host,
            AsteriskGateway gateway,
            ConfidentialLog parties,
            RunFiles files,
            Clock clock) {
        this.clock = clock;
        this.flow = flow;
        this.gateway = gateway;
        this.parties = parties;
        this.files = files;
        this.submissions = new Submissions(host, (what, why) -> inbox.putAtOnce(new Item.NotTaken(what, why)));
    }

    private volatile Outside outside = new Outside(
            asked -> Optional.empty(),
            (contact, client) -> OptionalLong.empty(),
            (contact, client) -> false,
            (contact, result) -> {},
            use -> {});

    private volatile MobileAsked mobiles = asked -> Optional.empty();
    private volatile BiConsumer<ContactId, PartnerMoment> partners = (contact, moment) -> {};
    private volatile Consumer<ContactId> moves = contact -> {};
    private volatile Consumer<OutsideMoment> outsideMoments = moment -> {};
    private volatile @Nullable WhoCalls whoCalls;
    private volatile Consumer<FlowAction.TellLending> lendings = lending -> {};
    private volatile @Nullable Verifier verifier;
    private boolean isTimeAwaited;
    private long nextClockNanos = System.nanoTime();

    private sealed interface Item {
        record Input(FlowInput input) implements Item {}

        record Lend(FlowInput.Lend input, CompletableFuture<Boolean> answer) implements Item {}

        record NotTaken(Submissions.Submission submission, HostUnavailable why) implements Item {}
    }

    /// Whom the flow asks before it dials outside, and whose call it is, whom it tells what came of it, and who
    /// keeps how the trunks are used.
    record Outside(
            GateAsked gate,
            CallbackPreparation callbacks,
            BiPredicate<ContactId, org.kezheng.acd.engine.ClientId> isByClick,
            BiConsumer<ContactId, OutsideResult> results,
            Consumer<TrunkUse> trunks) {}

    /// The gate's word at the moment of dialling. May block, and may throw: then nothing is dialled.
    @FunctionalInterface
    interface GateAsked {
        Optional<GatePass> ask(FlowAction.AskGate asked);
    }

    /// The gate's word on a call that is to ring at an agent's mobile. May block, and may throw: then it does not.
    @FunctionalInterface
    interface MobileAsked {
        Optional<GatePass> ask(FlowAction.AskMobileGate asked);
    }

    /// Prepares that a caller is called back, and gives the contact in which that will be; empty: it cannot be.
    /// May block, and may throw: then it cannot be, either.
    @FunctionalInterface
    interface CallbackPreparation {
        OptionalLong prepare(ContactId contact, org.kezheng.acd.engine.ClientId client);
    }

    /// Until this is called nothing is dialled outside.
    void lead(Outside way) {
        outside = way;
    }

    /// Until this is called no mobile rings.
    void askForMobiles(MobileAsked gate) {
        mobiles = gate;
    }

    /// Who is told of those outside who are called on behalf of callers. Must not block.
    void tellPartners(BiConsumer<ContactId, PartnerMoment> listener) {
        partners = listener;
    }

    /// Who is told of talks whose parties were moved. Must not block.
    void tellMoves(Consumer<ContactId> listener) {
        moves = listener;
    }

    /// Who keeps what becomes of lines to the outside. Must not block.
    void keepOutside(Consumer<OutsideMoment> keeper) {
        outsideMoments = keeper;
    }

    /// A leg to somebody outside was let out, is to be withdrawn, or keeps the caller.
    void handOut(FlowInput input) {
        inbox.put(new Item.Input(input));
    }

    /// Until this is called nobody is told of callers who are lent.
    void tellLendings(Consumer<FlowAction.TellLending> listener) {
        lendings = listener;
    }

    /// Until this is called nothing is known of callers.
    void lookUpBy(WhoCalls lookups) {
        whoCalls = lookups;
    }

    /// Until this is called no caller is verified.
    void verifyBy(Verifier comparison) {
        verifier = comparison;
    }

    void start() {
        thread.start();
    }

    void heard(PbxEvent event) {
        inbox.put(new Item.Input(new FlowInput.Heard(event)));
    }

    void recorded(JournalRecord record) {
        inbox.put(new Item.Input(new FlowInput.Recorded(record.command(), record.events())));
    }

    /// Somebody has turned the emergency switch; null: off.
    void emergencySwitched(org.kezheng.acd.engine.ClientId client, @Nullable Emergency emergency) {
        inbox.put(new Item.Input(new FlowInput.EmergencySwitched(client, emergency)));
    }

    /// The agent in whose talk the caller is lends them to self-service.
    ///
    /// @return whether the agent has that caller in hand; never, when calls are led no more
    CompletableFuture<Boolean> lend(ContactId contact, String flow) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        inbox.put(new Item.Lend(new FlowInput.Lend(contact, flow), answer));
        return answer;
    }

    void deviceChosen(int agent, @Nullable AgentDevice device) {
        inbox.put(new Item.Input(new FlowInput.DeviceChosen(new AgentId(agent), device)));
    }

    /// The agent takes calls on the own mobile.
    ///
    /// @param prompt the file that asks whoever picks up for the key
    void mobileChosen(int agent, String prompt) {
        inbox.put(new Item.Input(new FlowInput.MobileChosen(new AgentId(agent), prompt)));
    }

    /// Does what has come in, then ends.
    @Override
    public void close() {
        inbox.close();
        try {
            if (thread.isAlive()) {
                thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!inbox.isDone()) {
                Item item = inbox.take(
                        submissions.isHeldUp() ? HELD_UP_MILLIS : isTimeAwaited ? CLOCK_MILLIS : IDLE_MILLIS);
                if (item != null) {
                    take(item);
                }
                tellTime();
                submissions.flush();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The flow hears of time about once a second while it waits for it.
    private void tellTime() {
        isTimeAwaited |= flow.awaitsTime();
        if (isTimeAwaited && System.nanoTime() - nextClockNanos >= 0) {
            nextClockNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOCK_MILLIS);
            take(new Item.Input(new FlowInput.Clock(clock.instant())));
            isTimeAwaited = flow.awaitsTime();
        }
    }

    private void take(Item item) {
        switch (item) {
            case Item.NotTaken(var submission, var why) -> submissions.retry(submission, why);
            case Item.Input(var input) -> {
                var _ = handle(input);
            }
            case Item.Lend(var input, var answer) ->
                answer.complete(handle(input)
                        .filter(actions -> actions.stream().noneMatch(FlowAction.RefuseLending.class::isInstance))
                        .isPresent());
        }
    }

    /// Empty when the flow failed at it.
    private Optional<List<FlowAction>> handle(FlowInput input) {
        try {
            List<FlowAction> actions = flow.handle(input);
            actions.forEach(this::act);
            outside.trunks().accept(flow.trunkUse());
            return Optional.of(actions);
        } catch (RuntimeException defect) {
            // One input that the flow cannot take must not end all calls; reconciliation mends what it left open.
            LOG.atError()
                    .addKeyValue("input", input.getClass().getSimpleName())
                    .setCause(defect)
                    .log("The call flow failed at one input");
            return Optional.empty();
        }
    }

    private void askGate(FlowAction.AskGate ask) {
        GatePass pass = null;
        try {
            pass = outside.gate().ask(ask).orElse(null);
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("contact", ask.contact().value())
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("The gate could not be asked; nothing is dialled");
        }
        inbox.putAtOnce(new Item.Input(new FlowInput.GateDecided(ask.contact(), pass)));
    }

    private void askMobileGate(FlowAction.AskMobileGate ask) {
        GatePass pass = null;
        try {
            pass = mobiles.ask(ask).orElse(null);
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("offer", ask.offer().value())
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("The gate could not be asked; the mobile does not ring");
        }
        inbox.putAtOnce(new Item.Input(new FlowInput.MobileDecided(ask.offer(), pass)));
    }

    private void prepareCallback(FlowAction.PrepareCallback wanted) {
        ContactId callback = null;
        try {
            OptionalLong prepared = outside.callbacks().prepare(wanted.contact(), wanted.client());
            callback = prepared.isPresent() ? new ContactId(prepared.getAsLong()) : null;
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("contact", wanted.contact().value())
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("A call back cannot be prepared; the caller is told so");
        }
        inbox.putAtOnce(new Item.Input(new FlowInput.CallbackPrepared(wanted.contact(), callback)));
    }

    private void askWhoWants(FlowAction.AskWhoWants ask) {
        // Whoever wants it would find it refused, too, while the database is away: the gate lets nothing out then.
        boolean isOne = true;
        try {
            isOne = outside.isByClick().test(ask.contact(), ask.client());
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("contact", ask.contact().value())
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("It cannot be known who wants the call; nobody else's phone rings for it");
        }
        inbox.putAtOnce(new Item.Input(new FlowInput.WantedBy(ask.contact(), isOne)));
    }

    private void compare(FlowAction.Compare wanted) {
        Verifier comparison = verifier;
        boolean isRight = false;
        try {
            isRight = comparison != null
                    && comparison.isRight(
                            wanted.contact().value(),
                            new ClientId(wanted.client().value()),
                            new SecretString(wanted.digits().digits()));
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("contact", wanted.contact().value())
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("A caller cannot be verified");
        }
        inbox.putAtOnce(new Item.Input(new FlowInput.Compared(wanted.contact(), isRight)));
    }

    private void askWhoCalls(FlowAction.AskWhoCalls ask) {
        WhoCalls lookups = whoCalls;
        Set<Fact> facts = lookups == null
                ? Set.of()
                : lookups.of(
                        new ClientId(ask.client().value()),
                        new SecretString(ask.number().digits()));
        inbox.putAtOnce(new Item.Input(new FlowInput.WhoCalls(ask.contact(), facts)));
    }

    private void keep(FlowAction.KeepNotes notes) {
        List<CallerStep> steps = new ArrayList<>();
        notes.notes().forEach(note -> steps.add(CallerStep.of(note)));
        switch (notes.ending()) {
            case NONE -> {}
            case QUEUED -> steps.add(CallerStep.QUEUED);
            case ENDED -> steps.add(CallerStep.ENDED);
            case HUNG_UP -> steps.add(CallerStep.HUNG_UP);
        }
        if (!steps.isEmpty()) {
            append(notes.contact(), notes.line(), steps);
        }
    }

    private void keep(FlowAction.KeepTold told) {
        FlowLine line = told.line();
        List<CallerStep> steps = new ArrayList<>(CallerStep.of(told.emergency()));
        if (told.ending() == FlowAction.Ending.HUNG_UP) {
            steps.add(CallerStep.HUNG_UP);
        }
        parties.appendSteps(
                told.contact().value(),
                new ClientId(told.client().value()),
                line == null ? "" : line.flow().code(),
                line == null ? 0 : line.flow().version(),
                steps);
    }

    private void append(ContactId contact, FlowLine line, List<CallerStep> steps) {
        parties.appendSteps(
                contact.value(),
                new ClientId(line.client().value()),
                line.flow().code(),
                line.flow().version(),
                steps);
    }

    private void act(FlowAction action) {
        switch (action) {
            case FlowAction.Submit(var command) -> submissions.submit(command);
            case FlowAction.Ask(var request) ->
                gateway.execute(request)
                        .thenAccept(answer -> inbox.putAtOnce(new Item.Input(new FlowInput.Answered(request, answer))));
            case FlowAction.RememberCaller(var contact, var client, var number) ->
                parties.appendCallingNumber(
                        contact.value(), new ClientId(client.value()), new SecretString(number.digits()));
            case FlowAction.AskGate ask ->
                Thread.ofVirtual().name("kezheng-gate").start(() -> askGate(ask));
            case FlowAction.AskWhoWants ask ->
                Thread.ofVirtual().name("kezheng-who-wants").start(() -> askWhoWants(ask));
            case FlowAction.AskMobileGate ask ->
                Thread.ofVirtual().name("kezheng-mobile-gate").start(() -> askMobileGate(ask));
            case FlowAction.TellOutside(var contact, var result) ->
                outside.results().accept(contact, result);
            case FlowAction.KeepOutside(var moment) -> outsideMoments.accept(moment);
            case FlowAction.TellMoved(var contact) -> moves.accept(contact);
            case FlowAction.TellPartner(var contact, var moment) -> partners.accept(contact, moment);
            case FlowAction.AskWhoCalls ask ->
                Thread.ofVirtual().name("kezheng-who-calls").start(() -> askWhoCalls(ask));
            case FlowAction.PrepareCallback wanted ->
                Thread.ofVirtual().name("kezheng-callback").start(() -> prepareCallback(wanted));
            case FlowAction.Compare wanted ->
                Thread.ofVirtual().name("kezheng-verification").start(() -> compare(wanted));
            case FlowAction.KeepNotes notes -> keep(notes);
            case FlowAction.KeepTold told -> keep(told);
            case FlowAction.TellLending lending -> {
                append(lending.contact(), lending.line(), List.of(CallerStep.of(lending.lending())));
                lendings.accept(lending);
            }
            case FlowAction.RefuseLending _ -> {
                // Whoever asked is answered from what was done at once.
            }
            case FlowAction.RememberEpoch(var epoch) -> files.writeBootEpoch(epoch);
        }
    }
}
