package org.kezheng.telephony;

/// A step of a flow, as a caller's channel keeps it: where the caller is stands on the channel, so that whoever lost
/// it can read it there.
///
/// @param id   unique for the channel; comes back with [PbxEvent.StepDone]
/// @param mark where in a flow the caller is: letters, digits, `-`, `.` and `~`; empty: nowhere
/// @param goesOn whether the caller goes on after a talk, when the agent has hung up: [PbxEvent.TalkLeft] tells it then
public record LineStep(String id, String mark, boolean goesOn) {

    private static final int ID = 0;
    private static final int MARK = 1;
    private static final String SEPARATOR = "|";

    /// Refuses what could not be written into an order.
    public LineStep {
        Tokens.name(id, "step");
        if (!mark.matches("[A-Za-z0-9.~-]{0,160}")) {
            throw new IllegalArgumentException("not a valid mark of a step");
        }
    }

    /// As the dialplan reads it, part by part: id, mark, whether it goes on, keys, seconds, key that ends,
    /// sounds; of a message: longest, silence and name in place of keys, seconds and key.
    String text(LineTask task) {
        String head = String.join(SEPARATOR, id, mark, goesOn ? "1" : "0");
        return switch (task) {
            case LineTask.Wait _ -> head;
            case LineTask.Ask ask ->
                String.join(
                        SEPARATOR,
                        head,
                        Integer.toString(ask.most()),
                        seconds(ask.waitMillis()),
                        ask.terminator() == null ? "" : ask.terminator().toString(),
                        String.join("&", ask.sounds()));
            case LineTask.Message message ->
                String.join(
                        SEPARATOR,
                        head,
                        Integer.toString(message.maxSeconds()),
                        Integer.toString(message.silenceSeconds()),
                        message.recording(),
                        String.join("&", message.sounds()));
        };
    }

    private static String seconds(int millis) {
        return millis / 1_000 + "." + Integer.toString(1_000 + millis % 1_000).substring(1);
    }

    /// The mark out of what a channel keeps; empty where there is none.
    static String markOf(String text) {
        String[] parts = text.split("\\|", ID + MARK + 2);
        return parts.length > MARK && parts[MARK].matches("[A-Za-z0-9.~-]{0,160}") ? parts[MARK] : "";
    }
}
