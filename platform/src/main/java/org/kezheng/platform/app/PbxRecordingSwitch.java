package org.kezheng.platform.app;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.recordings.RecordingSwitch;
import org.kezheng.platform.retention.RecordingRules;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Lets the recording of a leg be silent, by an order to the PBX.
final class PbxRecordingSwitch implements RecordingSwitch {
    /// Offer, contact, client, agent.
    private static final Pattern NAME = Pattern.compile("\\d+\\.(\\d{1,18})\\.(\\d{1,9})\\.\\d+");

    private final PbxOrders orders;
    private final CallFlow flow;

    /// @param flow knows the leg of each talk
    PbxRecordingSwitch(PbxOrders orders, CallFlow flow) {
        this.orders = orders;
        this.flow = flow;
    }

    /// Whether the rules of the talk's client want it recorded; one whose name cannot be read is.
    static boolean isRecorded(ContactTag tag, RecordingRules rules) {
        Matcher name = NAME.matcher(Objects.requireNonNullElse(tag.recording(), ""));
        return !name.matches()
                || rules.isRecorded(
                        new ClientId(Integer.parseInt(name.group(2))), Long.parseLong(name.group(1)), tag.queue());
    }

    @Override
    public Outcome silence(long offer, boolean isSilent) {
        String leg = flow.legOf(new OfferId(offer));
        PbxRequest request = isSilent ? new PbxRequest.SilenceRecording(leg) : new PbxRequest.SoundRecording(leg);
        return switch (orders.ask(request)) {
            case PbxAnswer.Accepted _ -> Outcome.DONE;
            case PbxAnswer.NotThere _ -> Outcome.NO_TALK;
            case PbxAnswer.Told _, PbxAnswer.AlreadyThere _, PbxAnswer.Refused _, PbxAnswer.Unavailable _ ->
                Outcome.NOT_DONE;
        };
    }
}
