package org.kezheng.platform.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.platform.flows.Task;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// One caller in the flow of the small site, with an agent and a colleague: what is heard and recorded is told by hand,
/// and
/// what the call flow wants done is looked at.
abstract class CallerInFlow {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final PhoneNumber NUMBER = new PhoneNumber("13800138000");
    static final String CHANNEL = "PJSIP/trunk-00000001";
    static final String UNIQUE_ID = "1763900000.17";
    static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    static final ClientId CLIENT = new ClientId(1);
    static final QueueId SUPPORT = new QueueId(1);
    static final QueueId CONSULT = new QueueId(2);
    static final AgentId AGENT = new AgentId(2001);
    static final OfferId OFFER = new OfferId(7);
    static final AgentId COLLEAGUE = new AgentId(2002);
    static final ContactId INNER = new ContactId(62L << 53 | 1);
    static final ContactId BACK = new ContactId(62L << 53 | 2);
    static final OfferId INNER_OFFER = new OfferId(8);

    CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
    Instant now = NOW;
    List<FlowAction> last = List.of();

    @BeforeEach
    void configureAndConnect() {
        start();
    }

    void start() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        flow.handle(new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5_070)));
        connected(List.of());
    }

    /// The caller has heard the notice, pressed the key, and talks with the agent.
    void talk(String noticeKey) {
        call();
        done(noticeKey);
        done("1");
        queued(SUPPORT, 1);
        offered();
        answered();
    }

    List<PbxRequest> consult() {
        flow.handle(new FlowInput.DeviceChosen(COLLEAGUE, new AgentDevice.SipPhone("127.0.0.1", 5_071)));
        recorded(
                new Command.CallAgent(INNER, CLIENT, SUPPORT, COLLEAGUE, CONTACT.value()),
                new Event.ContactQueued(INNER, CLIENT, SUPPORT, 2, ContactKind.INTERNAL, 0, CONTACT.value()),
                new Event.OfferMade(INNER_OFFER, INNER, COLLEAGUE, RuleId.CALLED, 0),
                new Event.EffectRequested(new EffectId(4), new Effect.Ring(INNER_OFFER, INNER, COLLEAGUE)));
        return requests();
    }

    void call() {
        last = flow.handle(new FlowInput.Heard(
                new PbxEvent.CallerEntered(UNIQUE_ID, CHANNEL, NUMBER, SmallSite.FLOW_NUMBER, now)));
    }

    void done(String keys) {
        last = flow.handle(new FlowInput.Heard(
                new PbxEvent.StepDone(UNIQUE_ID, step().step().id(), keys, now)));
    }

    void connected(List<LiveCaller> callers) {
        last = flow.handle(new FlowInput.Heard(new PbxEvent.Connected("boot-1", "22", callers, List.of(), now)));
    }

    static LiveCaller live(String mark) {
        return new LiveCaller(UNIQUE_ID, CHANNEL, NUMBER, SmallSite.FLOW_NUMBER, NOW, null, mark);
    }

    void clock(Duration later) {
        now = now.plus(later);
        last = flow.awaitsTime() ? flow.handle(new FlowInput.Clock(now)) : List.of();
    }

    void recorded(Command command, Event... events) {
        last = flow.handle(new FlowInput.Recorded(command, List.of(events)));
    }

    void queued(QueueId queue, long arrival) {
        List<FlowAction> before = last;
        recorded(arrival(queue), new Event.ContactQueued(CONTACT, CLIENT, queue, arrival));
        if (last.isEmpty()) {
            last = before;
        }
    }

    void other(QueueId queue, long arrival) {
        ContactId id = new ContactId(CONTACT.value() - 5);
        flow.handle(new FlowInput.Recorded(
                new Command.Arrive(id, CLIENT, queue), List.of(new Event.ContactQueued(id, CLIENT, queue, arrival))));
    }

    List<FlowAction> offered() {
        return flow.handle(new FlowInput.Recorded(
                new Command.Tick(),
                List.of(
                        new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.LONGEST_IDLE, 1),
                        new Event.EffectRequested(new EffectId(3), new Effect.Ring(OFFER, CONTACT, AGENT)))));
    }

    PbxRequest.RingAgent ring() {
        return (PbxRequest.RingAgent) ((FlowAction.Ask) offered().getLast()).request();
    }

    void answered() {
        flow.handle(new FlowInput.Heard(new PbxEvent.LegAnswered("kz-offer-7", now)));
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT));
    }

    static Command arrival(QueueId queue) {
        return new Command.Arrive(CONTACT, CLIENT, queue, ContactKind.CALL, 0, false, 0, new AgentWish.Anyone());
    }

    List<PbxRequest> requests() {
        List<PbxRequest> requests = new ArrayList<>();
        for (FlowAction action : last) {
            if (action instanceof FlowAction.Ask(var request)) {
                requests.add(request);
            }
        }
        return requests;
    }

    PbxRequest.Perform step() {
        return requests().stream()
                .filter(PbxRequest.Perform.class::isInstance)
                .map(PbxRequest.Perform.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step in " + last));
    }

    List<String> said() {
        return step().task() instanceof LineTask.Ask ask ? ask.sounds() : List.of();
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (FlowAction action : last) {
            if (action instanceof FlowAction.Submit(var command)) {
                commands.add(command);
            }
        }
        return commands;
    }

    List<Task.Note> notes() {
        return last.stream()
                .filter(FlowAction.KeepNotes.class::isInstance)
                .flatMap(action -> Objects.requireNonNull((FlowAction.KeepNotes) action).notes().stream())
                .toList();
    }
}
