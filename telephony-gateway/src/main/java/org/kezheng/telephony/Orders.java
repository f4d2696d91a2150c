package org.kezheng.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.MuteAudioAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/// Sends orders to the PBX, in the order in which they came, on a thread of their own: a write may block, and must not
/// do so on the caller's thread nor on the library's.
final class Orders {

    private record Order(PbxRequest request, CompletableFuture<PbxAnswer> answer) {}

    /// The dialplan knows it.
    private static final String NOT_RECORDED = "none";
    private static final String BOTH_DIRECTIONS = "both";
    /// What a leg keeps of being muted, since the PBX does not tell it.
    private static final String MUTED = "KZ_MUTED";
    private static final int KEY_MILLIS = 120;
    /// In the words of the orders that are given here.
    private static final Set<String> NO_SUCH_CHANNEL = Set.of("No such channel", "Channel not found");

    private final LiveCalls calls;
    private final Inbox inbox;
    private final Moments moments;
    private final Duration answerWithin;
    private final BlockingQueue<Order> queue;
    private final Semaphore open;
    private volatile @Nullable ManagerSession session;
    private volatile Predicate<String> maySend = ownNumber -> false;
    private volatile Predicate<ContactTag> isRecorded = tag -> true;

    Orders(GatewaySettings settings, LiveCalls calls, Inbox inbox, Moments moments) {
        this.calls = calls;
        this.inbox = inbox;
        this.moments = moments;
        this.answerWithin = settings.times().answerWithin();
        this.queue = new ArrayBlockingQueue<>(settings.maxOpenRequests());
        this.open = new Semaphore(settings.maxOpenRequests());
    }

    /// Orders go to this session from now on; null while there is none.
    void sendTo(@Nullable ManagerSession next) {
        session = next;
    }

    /// The calling numbers that may be sent to the outside from now on; at first none.
    void sendOnly(Predicate<String> ownNumbers) {
        maySend = ownNumbers;
    }

    /// The callers' talks that are recorded from now on; at first all.
    void recordOnly(Predicate<ContactTag> talks) {
        isRecorded = talks;
    }

    /// The last look before a trunk.
    private boolean isOwnNumberSent(PbxRequest request) {
        if (request instanceof PbxRequest.CallOutside call) {
            return maySend.test(call.ownNumber().digits())
                    && !calls.channelOf(call.waitingLegId()).isEmpty();
        }
        if (request instanceof PbxRequest.CallPartner call) {
            return maySend.test(call.ownNumber().digits());
        }
        if (request instanceof PbxRequest.RingAgent ring) {
            return mayCall(ring.device());
        }
        return !(request instanceof PbxRequest.RingIntoRoom ring) || mayCall(ring.device());
    }

    private boolean mayCall(AgentDevice device) {
        return !(device instanceof AgentDevice.Mobile mobile)
                || maySend.test(mobile.ownNumber().digits());
    }

    /// Takes an order in; the answer comes on the event thread, but at once when nothing can be sent.
    CompletableFuture<PbxAnswer> place(PbxRequest request) {
        if (!isOwnNumberSent(request)) {
            return CompletableFuture.completedFuture(new PbxAnswer.Refused());
        }
        if (session == null || !open.tryAcquire()) {
            return CompletableFuture.completedFuture(new PbxAnswer.Unavailable());
        }
        boolean isNew = switch (request) {
            case PbxRequest.RingAgent ring -> calls.begin(ring.legId(), System.nanoTime());
            case PbxRequest.RingAgentFirst ring -> calls.begin(ring.legId(), System.nanoTime());
            case PbxRequest.RingIntoRoom ring -> calls.begin(ring.legId(), System.nanoTime());
            case PbxRequest.CallOutside call -> calls.begin(call.legId(), System.nanoTime());
            case PbxRequest.CallPartner call -> calls.begin(call.legId(), System.nanoTime());
            case PbxRequest.EndLeg end -> {
                calls.wantEnd(end.legId());
                yield true;
            }
            case PbxRequest.EndCaller _,
                    PbxRequest.CallItself _,
                    PbxRequest.TestDevice _,
                    PbxRequest.EndTest _,
                    PbxRequest.Move _,
                    PbxRequest.Perform _,
                    PbxRequest.Listen _,
                    PbxRequest.ChangeListening _,
                    PbxRequest.SilenceRecording _,
                    PbxRequest.SoundRecording _,
                    PbxRequest.MuteAgent _,
                    PbxRequest.UnmuteAgent _,
                    PbxRequest.AskMuted _,
                    PbxRequest.PressKey _ -> true;
        };
        if (!isNew) {
            open.release();
            return CompletableFuture.completedFuture(new PbxAnswer.AlreadyThere());
        }
        CompletableFuture<PbxAnswer> future = new CompletableFuture<>();
        CompletableFuture<PbxAnswer> answer = new CompletableFuture<>();
        var _ = answer.completeOnTimeout(new PbxAnswer.Unavailable(), answerWithin.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((value, _) -> {
                    open.release();
                    inbox.put(new Input.Answered(value, future));
                });
        queue.add(new Order(request, answer));
        return future;
    }

    /// Ends a leg without anybody waiting for the answer.
    void hangUp(String legId) {
        var _ = place(new PbxRequest.EndLeg(legId));
    }

    /// Sends until interrupted.
    void run() {
        try {
            while (true) {
                send(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Order order) {
        ManagerSession current = session;
        try {
            if (current == null) {
                throw new IOException("The connection is lost");
            }
            if (order.request() instanceof PbxRequest.RingAgent ring) {
                moments.ordered(ring.legId(), Instant.now());
            }
            prepare(order.request(), current);
            current.send(
                    actionOf(order.request()), response -> order.answer().complete(read(order.request(), response)));
        } catch (IOException e) {
            switch (order.request()) {
                case PbxRequest.RingAgent ring -> calls.forget(ring.legId());
                case PbxRequest.RingAgentFirst ring -> calls.forget(ring.legId());
                case PbxRequest.RingIntoRoom ring -> calls.forget(ring.legId());
                case PbxRequest.CallOutside call -> calls.forget(call.legId());
                case PbxRequest.CallPartner call -> calls.forget(call.legId());
                case PbxRequest.EndLeg _,
                        PbxRequest.EndCaller _,
                        PbxRequest.Move _,
                        PbxRequest.Perform _,
                        PbxRequest.CallItself _,
                        PbxRequest.Listen _,
                        PbxRequest.ChangeListening _,
                        PbxRequest.TestDevice _,
                        PbxRequest.EndTest _,
                        PbxRequest.SilenceRecording _,
                        PbxRequest.SoundRecording _,
                        PbxRequest.MuteAgent _,
                        PbxRequest.UnmuteAgent _,
                        PbxRequest.AskMuted _,
                        PbxRequest.PressKey _ -> {}
            }
            order.answer().complete(new PbxAnswer.Unavailable());
        }
    }

    /// Orders of one connection are carried out in their order, so only the last one's answer matters.
    private void prepare(PbxRequest request, ManagerSession current) throws IOException {
        if (request instanceof PbxRequest.Perform step) {
            current.send(Dialplan.note(step), response -> {});
        }
        if (request instanceof PbxRequest.MuteAgent(var legId)) {
            current.send(new SetVarAction(legId, MUTED, "1"), response -> {});
        }
        if (request instanceof PbxRequest.UnmuteAgent(var legId)) {
            current.send(new SetVarAction(legId, MUTED, ""), response -> {});
        }
        if (request instanceof PbxRequest.Move(var moves)) {
            for (PbxRequest.Moved moved : moves) {
                Optional<SetVarAction> action = Dialplan.preparation(moved, this::channelName);
                if (action.isPresent()) {
                    current.send(action.get(), response -> {});
                }
            }
        }
    }

    private String channelName(String channel) {
        return Legs.isLegId(channel) ? calls.channelOf(channel) : channel;
    }

    private PbxAnswer read(PbxRequest request, @Nullable ManagerResponse response) {
        if (response == null) {
            return new PbxAnswer.Unavailable();
        }
        if (!(response instanceof ManagerError)) {
            return request instanceof PbxRequest.AskMuted
                    ? new PbxAnswer.Told(Objects.requireNonNullElse(response.getAttribute("Value"), ""))
                    : new PbxAnswer.Accepted();
        }
        return switch (request) {
            case PbxRequest.RingAgent ring -> forgotten(ring.legId());
            case PbxRequest.RingAgentFirst ring -> forgotten(ring.legId());
            case PbxRequest.RingIntoRoom ring -> forgotten(ring.legId());
            case PbxRequest.CallOutside call -> forgotten(call.legId());
            case PbxRequest.CallPartner call -> forgotten(call.legId());
            // A leg whose channel is still to come is ended as soon as it appears.
            case PbxRequest.EndLeg end when calls.wantEnd(end.legId()) -> new PbxAnswer.Accepted();
            case PbxRequest.CallItself _, PbxRequest.Listen _, PbxRequest.TestDevice _ -> new PbxAnswer.Refused();
            case PbxRequest.EndLeg _,
                    PbxRequest.EndTest _,
                    PbxRequest.EndCaller _,
                    PbxRequest.Move _,
                    PbxRequest.Perform _,
                    PbxRequest.ChangeListening _,
                    PbxRequest.SilenceRecording _,
                    PbxRequest.SoundRecording _,
                    PbxRequest.MuteAgent _,
                    PbxRequest.UnmuteAgent _,
                    PbxRequest.AskMuted _,
                    PbxRequest.PressKey _ ->
                NO_SUCH_CHANNEL.contains(Objects.requireNonNullElse(response.getMessage(), ""))
                        ? new PbxAnswer.NotThere()
                        : new PbxAnswer.Refused();
        };
    }

    private PbxAnswer forgotten(String legId) {
        calls.forget(legId);
        return new PbxAnswer.Refused();
    }

    private ManagerAction actionOf(PbxRequest request) {
        return switch (request) {
            case PbxRequest.RingAgent ring -> originate(ring);
            case PbxRequest.RingAgentFirst ring ->
                agentsLeg("kezheng-agent-first", ring.legId(), ring.device(), ring.tag(), ring.timeout());
            case PbxRequest.RingIntoRoom ring -> originate(ring);
            case PbxRequest.CallOutside call -> callOutside(call);
            case PbxRequest.CallPartner call -> callPartner(call);
            case PbxRequest.EndLeg(var legId) -> new HangupAction(legId);
            case PbxRequest.EndCaller(var channel) -> new HangupAction(channel);
            case PbxRequest.Move(var moves) ->
                Dialplan.redirect(moves.stream().map(this::byTheRules).toList());
            case PbxRequest.Perform step -> Dialplan.perform(step);
            case PbxRequest.CallItself call -> callItself(call);
            case PbxRequest.Listen listen -> originate(listen);
            case PbxRequest.ChangeListening(var legId, var mode) -> keyOf(legId, mode);
            case PbxRequest.TestDevice test -> testDevice(test);
            case PbxRequest.EndTest(var testId) -> new HangupAction(testId);
            case PbxRequest.SilenceRecording(var legId) -> new MixMonitorMuteAction(legId, BOTH_DIRECTIONS, 1);
            case PbxRequest.SoundRecording(var legId) -> new MixMonitorMuteAction(legId, BOTH_DIRECTIONS, 0);
            case PbxRequest.MuteAgent(var legId) ->
                new MuteAudioAction(legId, MuteAudioAction.Direction.IN, MuteAudioAction.State.MUTE);
            case PbxRequest.UnmuteAgent(var legId) ->
                new MuteAudioAction(legId, MuteAudioAction.Direction.IN, MuteAudioAction.State.UNMUTE);
            case PbxRequest.AskMuted(var legId) -> new GetVarAction(legId, MUTED);
            case PbxRequest.PressKey(var legId, var key) -> press(legId, key);
        };
    }

    /// Into the leg and not out of it: the PBX hands the key on like one that the phone has sent, wherever the
    /// leg is.
    private static PlayDtmfAction press(String legId, char key) {
        PlayDtmfAction action = new PlayDtmfAction(legId, String.valueOf(key));
        action.setDuration(KEY_MILLIS);
        action.setReceive(true);
        return action;
    }

    private OriginateAction originate(PbxRequest.RingAgent ring) {
        String context = ring.tag().recording() == null ? "kezheng-agent-unrecorded" : "kezheng-agent";
        OriginateAction action = agentsLeg(context, ring.legId(), ring.device(), ring.tag(), ring.timeout());
        action.setVariable("KZ_CALLER", ring.callerChannel());
        if (ring.tag().recording() != null && !isRecorded.test(ring.tag())) {
            action.setVariable("KZ_RECORDING", NOT_RECORDED);
        }
        return action;
    }

    private OriginateAction originate(PbxRequest.RingIntoRoom ring) {
        OriginateAction action = agentsLeg("kezheng-called", ring.legId(), ring.device(), ring.tag(), ring.timeout());
        Dialplan.enter(action, ring.device(), "kezheng-called", ring.room());
        if (ring.tag().recording() == null || !isRecorded.test(ring.tag())) {
            action.setVariable("KZ_RECORDING", NOT_RECORDED);
        }
        return action;
    }

    private static OriginateAction originate(PbxRequest.Listen listen) {
        OriginateAction action =
                agentsLeg(Dialplan.LISTENING, listen.legId(), listen.device(), listen.tag(), listen.timeout());
        action.setExten(listen.mode().extension());
        action.setVariable("KZ_TALK", listen.talkLegId());
        return action;
    }

    /// The key as if it had been pressed on the listener's phone.
    private static PlayDtmfAction keyOf(String legId, ListeningMode mode) {
        PlayDtmfAction action = new PlayDtmfAction(legId, String.valueOf(mode.key()));
        action.setReceive(true);
        return action;
    }

    /// A talk that is taken over is recorded only if its rules want it now.
    private PbxRequest.Moved byTheRules(PbxRequest.Moved moved) {
        return moved.to() instanceof Place.TakenOver(var tag, var room)
                        && tag.recording() != null
                        && !isRecorded.test(tag)
                ? new PbxRequest.Moved(
                        moved.channel(), new Place.TakenOver(new ContactTag(tag.contact(), tag.queue(), null), room))
                : moved;
    }

    private static OriginateAction agentsLeg(
            String context, String legId, AgentDevice device, ContactTag tag, Duration timeout) {
        OriginateAction action = new OriginateAction();
        action.setActionId(legId);
        action.setChannelId(legId);
        action.setChannel(dialStringOf(device));
        action.setPriority(1);
        action.setTimeout(timeout.toMillis());
        action.setVariable("KZ_CONTACT", tag.contact());
        if (device instanceof AgentDevice.Mobile mobile) {
            // Nothing of the call leaves with it but the own number.
            action.setCallerId("<" + mobile.ownNumber().digits() + ">");
            action.setVariable("KZ_PROMPT", mobile.prompt());
        } else {
            action.setCallerId(tag.queue() + " <" + tag.contact() + ">");
        }
        Dialplan.enter(action, device, context, "s");
        if (tag.recording() != null) {
            action.setVariable("KZ_RECORDING", tag.recording());
        }
        action.setAsync(true);
        return action;
    }

    private static String dialStringOf(AgentDevice device) {
        return switch (device) {
            case AgentDevice.Softphone(var endpoint) -> "PJSIP/" + endpoint;
            case AgentDevice.SipPhone(var host, var port) -> "PJSIP/agent-phone/sip:agent@" + host + ":" + port;
            case AgentDevice.Mobile mobile -> mobile.to().dialString();
        };
    }

    /// The name is what a softphone knows the test by.
    private static OriginateAction testDevice(PbxRequest.TestDevice test) {
        OriginateAction action = new OriginateAction();
        action.setActionId(test.testId());
        action.setChannelId(test.testId());
        action.setChannel(dialStringOf(test.device()));
        action.setContext("kezheng-device-test");
        action.setExten("s");
        action.setPriority(1);
        action.setTimeout(test.timeout().toMillis());
        action.setCallerId("devicetest <" + test.testId().substring(Legs.TEST_PREFIX.length()) + ">");
        action.setAsync(true);
        return action;
    }

    private OriginateAction callOutside(PbxRequest.CallOutside call) {
        OriginateAction action = outwards(call.legId(), call.to(), call.ownNumber(), call.timeout());
        action.setContext("kezheng-outside");
        action.setExten("s");
        action.setVariable("KZ_JOINED", calls.channelOf(call.waitingLegId()));
        return action;
    }

    private OriginateAction callPartner(PbxRequest.CallPartner call) {
        OriginateAction action = outwards(call.legId(), call.to(), call.ownNumber(), call.timeout());
        Dialplan.enter(action, call.place(), this::channelName);
        return action;
    }

    private static OriginateAction outwards(String legId, OutsideAddress to, PhoneNumber ownNumber, Duration timeout) {
        OriginateAction action = new OriginateAction();
        action.setActionId(legId);
        action.setChannelId(legId);
        action.setChannel(to.dialString());
        action.setPriority(1);
        action.setTimeout(timeout.toMillis());
        action.setCallerId("<" + ownNumber.digits() + ">");
        action.setAsync(true);
        return action;
    }

    private static OriginateAction callItself(PbxRequest.CallItself call) {
        OriginateAction action = new OriginateAction();
        action.setActionId(call.callId());
        action.setChannelId(call.callId());
        action.setChannel("PJSIP/" + call.number() + "@kezheng-probe");
        action.setContext("kezheng-probe");
        action.setExten("caller");
        action.setPriority(1);
        action.setTimeout(call.timeout().toMillis());
        action.setAsync(true);
        return action;
    }
}
