package org.kezheng.platform.app;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.listening.ListenerLine;
import org.kezheng.platform.listening.ListenerMode;
import org.kezheng.platform.listening.ListeningEvents;
import org.kezheng.platform.phones.Phones;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.AsteriskGateway;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.ListenerSign;
import org.kezheng.telephony.ListeningMode;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

/// Listening in, by orders to the PBX. Where the parties meet in a room, barging in is joining the room.
final class PbxListenerLine implements ListenerLine {
    private static final Duration RINGS = Duration.ofSeconds(30);
    private static final String PREFIX = "kz-listen-";
    private static final Pattern LEG = Pattern.compile(PREFIX + "([1-9]\\d{0,17})");

    private final AsteriskGateway gateway;
    private final PbxOrders orders;
    private final CallFlow flow;
    private final Phones phones;
    /// Listeners who are in a room.
    private final Set<Long> inRoom = ConcurrentHashMap.newKeySet();

    PbxListenerLine(AsteriskGateway gateway, CallFlow flow, Phones phones) {
        this.gateway = gateway;
        this.orders = new PbxOrders(gateway);
        this.flow = flow;
        this.phones = phones;
    }

    /// Tells what becomes of the legs.
    void tell(ListeningEvents events) {
        gateway.observeListeners(sign -> {
            switch (sign) {
                case ListenerSign.Answered(var leg, var at) -> of(leg, events::answered);
                case ListenerSign.Key key ->
                    key.mode()
                            .ifPresent(mode -> of(key.legId(), id -> {
                                if (!inRoom.contains(id)) {
                                    events.modeIs(id, ListenerMode.valueOf(mode.name()));
                                }
                            }));
                case ListenerSign.Ended(var leg, var at) ->
                    of(leg, id -> {
                        inRoom.remove(id);
                        events.gone(id);
                    });
                case ListenerSign.Present(var legs, var at) ->
                    events.present(legs.stream()
                            .map(LEG::matcher)
                            .filter(Matcher::matches)
                            .map(leg -> Long.valueOf(leg.group(1)))
                            .collect(Collectors.toSet()));
            }
        });
    }

    private static void of(String leg, LongConsumer told) {
        Matcher name = LEG.matcher(leg);
        if (name.matches()) {
            told.accept(Long.parseLong(name.group(1)));
        }
    }

    @Override
    public Outcome begin(Wanted wanted) {
        AgentDevice device = phones.onPbx(wanted.listener().value());
        if (device == null) {
            return Outcome.NO_DEVICE;
        }
        boolean isRoom = wanted.mode() == ListenerMode.BARGE
                && flow.roomOf(wanted.call()).isPresent();
        ListeningMode first = isRoom
                ? ListeningMode.WHISPER
                : ListeningMode.valueOf(wanted.mode().name());
        PbxRequest request = new PbxRequest.Listen(
                leg(wanted.listening()),
                device,
                flow.legOf(wanted.talk()),
                first,
                new ContactTag(Long.toString(wanted.call().value()), wanted.queue(), null),
                RINGS);
        return ask(request) == Outcome.DONE ? isRoom ? Outcome.ASKED : Outcome.DONE : Outcome.NOT_DONE;
    }

    @Override
    public Outcome change(long listening, ContactId call, ListenerMode mode) {
        String leg = leg(listening);
        ListeningMode next = ListeningMode.valueOf(mode.name());
        if (inRoom.contains(listening)) {
            Outcome outcome = ask(new PbxRequest.Move(leg, new Place.Listening(next)));
            if (outcome == Outcome.DONE) {
                inRoom.remove(listening);
            }
            return outcome;
        }
        Optional<String> room = mode == ListenerMode.BARGE ? flow.roomOf(call) : Optional.empty();
        if (room.isPresent()) {
            Outcome outcome = ask(new PbxRequest.Move(leg, new Place.Room(room.get())));
            if (outcome == Outcome.DONE) {
                inRoom.add(listening);
            }
            return outcome;
        }
        Outcome outcome = ask(new PbxRequest.ChangeListening(leg, next));
        return outcome == Outcome.DONE ? Outcome.ASKED : outcome;
    }

    @Override
    public void end(long listening) {
        var _ = gateway.execute(new PbxRequest.EndCaller(leg(listening)));
    }

    private Outcome ask(PbxRequest request) {
        return switch (orders.ask(request)) {
            case PbxAnswer.Accepted _ -> Outcome.DONE;
            case PbxAnswer.NotThere _ -> Outcome.GONE;
            case PbxAnswer.Told _, PbxAnswer.AlreadyThere _, PbxAnswer.Refused _, PbxAnswer.Unavailable _ ->
                Outcome.NOT_DONE;
        };
    }

    private static String leg(long listening) {
        return PREFIX + listening;
    }
}
