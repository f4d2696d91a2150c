package org.kezheng.platform.callers;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.platform.callflow.Emergency;
import org.kezheng.platform.callflow.Lending;
import org.kezheng.platform.flows.Task;

/// One thing that happened to a caller in a flow.
///
/// @param kind what; the codes stand in the table's check
/// @param name node, version of a wording, or calendar; of a score the survey's version, a blank, and the question; of
///     what the emergency switch did `notice` or `closed`, a blank, and the turn of the switch
/// @param score -1: none
public record CallerStep(String kind, String name, int score) {
    private static final int NONE = -1;

    /// The caller waits for a person from now on.
    public static final CallerStep QUEUED = new CallerStep("queued", "", NONE);

    /// The flow ended the call.
    public static final CallerStep ENDED = new CallerStep("ended", "", NONE);

    public static final CallerStep HUNG_UP = new CallerStep("hung-up", "", NONE);

    /// As the interpreter told it.
    public static CallerStep of(Task.Note note) {
        return switch (note) {
            case Task.Note.Entered(var node) -> new CallerStep("entered", node, NONE);
            case Task.Note.NoticeHeard(var version) -> new CallerStep("notice", version, NONE);
            case Task.Note.RecordingRefused(var version) -> new CallerStep("recording-refused", version, NONE);
            case Task.Note.Scored(var version, var question, var score) ->
                new CallerStep("scored", version + " " + question, score);
            case Task.Note.Compared(var isVerified) -> new CallerStep("compared", isVerified ? "right" : "wrong", NONE);
            case Task.Note.HolidaysUnknown(var calendar) -> new CallerStep("holidays-unknown", calendar, NONE);
            case Task.Note.LanguageChosen(var language) -> new CallerStep("language", language, NONE);
            case Task.Note.TurnedAway _ -> new CallerStep("turned-away", "", NONE);
            case Task.Note.PlaceKept _ -> new CallerStep("place-kept", "", NONE);
            case Task.Note.MessageLeft(var queue) -> new CallerStep("message-left", queue, NONE);
            case Task.Note.TooManySteps _ -> new CallerStep("too-many-steps", "", NONE);
        };
    }

    /// The caller was told of an emergency, if anything could be said, and turned away if the lines are closed. Their
    /// flow, if any, is the one of the number dialled.
    public static List<CallerStep> of(Emergency emergency) {
        boolean isClosed = emergency.kind() == Emergency.Kind.CLOSED;
        String name = (isClosed ? "closed " : "notice ") + emergency.turn();
        List<CallerStep> steps = new ArrayList<>();
        if (!emergency.sounds().isEmpty()) {
            steps.add(new CallerStep("told", name, NONE));
        }
        if (isClosed) {
            steps.add(new CallerStep("ended", name, NONE));
        }
        return steps;
    }

    /// An agent has lent the caller to self-service, or the caller is with the agent again.
    public static CallerStep of(Lending lending) {
        return lending.state() == Lending.State.LENT
                ? new CallerStep("lent", lending.flow(), NONE)
                : new CallerStep("returned", lending.state().code(), NONE);
    }

    /// Steps as one text, a line each.
    public static String text(List<CallerStep> steps) {
        StringBuilder text = new StringBuilder();
        for (CallerStep step : steps) {
            text.append(step.kind())
                    .append('\t')
                    .append(step.score())
                    .append('\t')
                    .append(step.name().replaceAll("\\p{Cntrl}", " "))
                    .append('\n');
        }
        return text.toString();
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException when it is something else
    public static List<CallerStep> read(String text) {
        List<CallerStep> steps = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split("\t", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("A step of a caller has three parts");
            }
            steps.add(new CallerStep(parts[0], parts[2], Integer.parseInt(parts[1])));
        }
        return steps;
    }
}
