package org.kezheng.telephony;

import java.util.List;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;

/// Where the PBX's dialplan has the places, and the order that sends channels to them.
final class Dialplan {
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
        String extension = switch (step.task()) {
            case LineTask.Ask _ -> "ask";
            case LineTask.Wait(var sound) ->
                switch (sound) {
                    case MUSIC -> "music";
                    case SILENCE -> "silence";
                    case NOTHING -> "nothing";
                };
        };
        return new RedirectAction(step.channel(), "kezheng-step", extension, FIRST);
    }

    private static Entry entryOf(Place place) {
        return switch (place) {
            case Place.Waiting _ -> new Entry("kezheng-waiting", "s");
        };
    }
}
