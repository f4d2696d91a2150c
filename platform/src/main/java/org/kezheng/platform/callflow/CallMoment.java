package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.Optional;
import org.kezheng.evidence.measures.CallStep;
import org.kezheng.telephony.ChannelMoment;

/// A step of a call as the PBX or the gateway saw it, in the engine's words.
public sealed interface CallMoment {
    CallStep step();

    Instant at();

    /// A step that concerns the caller.
    record OfContact(CallStep step, long contact, Instant at) implements CallMoment {}

    /// A step that concerns the agent's leg of an offer.
    record OfOffer(CallStep step, long offer, Instant at) implements CallMoment {}

    /// Empty for channels that are none of ours.
    static Optional<CallMoment> of(ChannelMoment moment) {
        return switch (moment.kind()) {
            case CALLER_BEGAN -> ofContact(CallStep.INVITE, moment);
            case CALLER_ANNOUNCED -> ofContact(CallStep.ANNOUNCED, moment);
            case LEG_ORDERED -> ofOffer(CallStep.ORIGINATE, moment);
            case LEG_BEGAN -> ofOffer(CallStep.AGENT_INVITE, moment);
            case LEG_RANG -> ofOffer(CallStep.RINGING, moment);
            case LEG_ANSWERED -> ofOffer(CallStep.ANSWERED, moment);
        };
    }

    private static Optional<CallMoment> ofContact(CallStep step, ChannelMoment moment) {
        return Names.contact(moment.channelId()).map(contact -> new OfContact(step, contact.value(), moment.at()));
    }

    private static Optional<CallMoment> ofOffer(CallStep step, ChannelMoment moment) {
        return Names.offer(moment.channelId()).map(offer -> new OfOffer(step, offer.value(), moment.at()));
    }
}
