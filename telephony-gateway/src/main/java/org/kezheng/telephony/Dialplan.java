package org.kezheng.telephony;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;

/// Where the PBX's dialplan has the places, and the orders that send channels to them.
final class Dialplan {
    static final String LISTENING = "kezheng-listening";

    private static final int FIRST = 1;

    private Dialplan() {}

    private record Entry(String context, String extension) {}

    static RedirectAction redirect(List<PbxRequest.Moved> moves) {
        PbxRequest.Moved first = moves.getFirst();
        Entry to = entryOf(first.to());
        RedirectAction action = new RedirectAction(first.channel(), to.context(), to.extension(), FIRST);
        if (moves.size() > 1) {
            PbxRequest.Moved second = moves.getLast();
            Entry other = entryOf(second.to());
            action.setExtraChannel(second.channel());
            action.setExtraContext(other.context());
            action.setExtraExten(other.extension());
            action.setExtraPriority(FIRST);
        }
        return action;
    }

    /// What a caller's channel keeps of its step.
    static SetVarAction note(PbxRequest.Perform step) {
        return new SetVarAction(step.channel(), Pictures.STEP, step.step().text(step.task()));
    }

    static RedirectAction perform(PbxRequest.Perform step) {
        Entry to = entryOf(step.task());
        return new RedirectAction(step.channel(), to.context(), to.extension(), FIRST);
    }

    private static Entry entryOf(LineTask task) {
        String extension = switch (task) {
            case LineTask.Ask _ -> "ask";
            case LineTask.Message _ -> "message";
            case LineTask.Wait(var sound) ->
                switch (sound) {
                    case MUSIC -> "music";
                    case SILENCE -> "silence";
                    case NOTHING -> "nothing";
                };
        };
        return new Entry("kezheng-step", extension);
    }

    /// What a channel has to know before it gets to its place.
    ///
    /// @param nameOf the name of the channel that has an id
    static Optional<SetVarAction> preparation(PbxRequest.Moved moved, UnaryOperator<String> nameOf) {
        return switch (moved.to()) {
            case Place.Joined(var caller) ->
                Optional.of(new SetVarAction(moved.channel(), "KZ_CALLER", nameOf.apply(caller)));
            case Place.Led(var step, var task) ->
                Optional.of(note(new PbxRequest.Perform(moved.channel(), step, task)));
            case Place.TakenOver(var _, var room) -> Optional.of(new SetVarAction(moved.channel(), "KZ_ROOM", room));
            case Place.Waiting _, Place.Aside _, Place.Room _, Place.Listening _ -> Optional.empty();
        };
    }

    /// A new leg enters the place when it is answered.
    static void enter(OriginateAction action, Place place, UnaryOperator<String> nameOf) {
        Entry entry = entryOf(place);
        action.setContext(entry.context());
        action.setExten(entry.extension());
        if (place instanceof Place.Joined(var caller)) {
            action.setVariable("KZ_CALLER", nameOf.apply(caller));
        }
    }

    /// The leg of an agent enters the dialplan when it is answered: a mobile's by way of its key.
    static void enter(OriginateAction action, AgentDevice device, String context, String extension) {
        if (device instanceof AgentDevice.Mobile) {
            action.setVariable("KZ_THEN", context);
            action.setVariable("KZ_THEN_AT", extension);
            action.setContext("kezheng-mobile");
            action.setExten("s");
        } else {
            action.setContext(context);
            action.setExten(extension);
        }
    }

    private static Entry entryOf(Place place) {
        return switch (place) {
            case Place.Waiting _ -> new Entry("kezheng-waiting", "s");
            case Place.Led(var _, var task) -> entryOf(task);
            case Place.Aside _ -> new Entry("kezheng-aside", "s");
            case Place.Room(var name) -> new Entry("kezheng-room", name);
            case Place.Listening(var mode) -> new Entry(LISTENING, mode.extension());
            case Place.Joined _ -> new Entry("kezheng-joined", "s");
            case Place.TakenOver(var tag, var _) ->
                tag.recording() == null
                        ? new Entry("kezheng-taken-over-unrecorded", "s")
                        : new Entry("kezheng-taken-over", tag.recording());
        };
    }
}
