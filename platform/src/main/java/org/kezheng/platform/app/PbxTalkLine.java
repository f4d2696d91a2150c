package org.kezheng.platform.app;

import java.util.Optional;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.desk.TalkLine;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Mutes legs and presses keys by orders to the PBX, which alone knows how a leg stands.
final class PbxTalkLine implements TalkLine {
    private static final String MUTED = "1";

    private final PbxOrders orders;
    private final CallFlow flow;

    /// @param flow knows the leg of each talk
    PbxTalkLine(PbxOrders orders, CallFlow flow) {
        this.orders = orders;
        this.flow = flow;
    }

    @Override
    public Outcome mute(OfferId talk) {
        return outcome(new PbxRequest.MuteAgent(flow.legOf(talk)));
    }

    @Override
    public Outcome unmute(OfferId talk) {
        return outcome(new PbxRequest.UnmuteAgent(flow.legOf(talk)));
    }

    @Override
    public Optional<Boolean> isMuted(OfferId talk) {
        return orders.ask(new PbxRequest.AskMuted(flow.legOf(talk))) instanceof PbxAnswer.Told(var value)
                ? Optional.of(value.equals(MUTED))
                : Optional.empty();
    }

    @Override
    public Outcome press(OfferId talk, char key) {
        return outcome(new PbxRequest.PressKey(flow.legOf(talk), key));
    }

    private Outcome outcome(PbxRequest request) {
        return switch (orders.ask(request)) {
            case PbxAnswer.Accepted _ -> Outcome.DONE;
            case PbxAnswer.NotThere _ -> Outcome.NO_TALK;
            case PbxAnswer.Told _, PbxAnswer.AlreadyThere _, PbxAnswer.Refused _, PbxAnswer.Unavailable _ ->
                Outcome.NOT_DONE;
        };
    }
}
