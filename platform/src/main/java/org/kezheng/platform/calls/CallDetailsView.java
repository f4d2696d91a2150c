package org.kezheng.platform.calls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Offer;
import org.kezheng.evidence.measures.CallTiming;
import org.kezheng.platform.callers.JourneyView;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.recordings.RecordingState;
import org.kezheng.platform.recordings.TalkState;

/// A call with its offers and, masked, the other party.
///
/// @param callingNumber masked; absent when it is not known yet
/// @param customer absent when the number is no customer's
/// @param recording of the last talk
/// @param talks each answered offer with its recording, oldest first
/// @param lines how well each line carried its audio: the customer's, then the agents'; best effort
/// @param waterfall the steps up to the pop on screen, as far as they were seen, in the order of time
/// @param outsideLegs legs to the outside that the gate let out, oldest first
/// @param customerLine of a customer who was handed outside; absent: of nobody
/// @param moves from queue to queue while the call waited, oldest first; it counts in the first one
/// @param journey what the caller went through before, between and after; absent: nothing, there was no flow and no
///     announcement of an emergency
record CallDetailsView(
        @JsonUnwrapped CallView call,
        List<OfferView> offers,
        List<ConsultationView> consultations,
        @Nullable CallbackView callback,
        @Nullable String askedIn,
        List<VerificationView> verification,
        @Nullable String disposition,
        long holdMillis,
        @Nullable String callingNumber,
        @Nullable CustomerView customer,
        List<CallTiming.Step> waterfall,
        RecordingState recording,
        List<TalkView> talks,
        List<LineView> lines,
        List<OutsideLegView> outsideLegs,
        @Nullable CustomerLineView customerLine,
        List<MoveView> moves,
        @Nullable JourneyView journey) {
    CallDetailsView {
        talks = List.copyOf(talks);
        lines = List.copyOf(lines);
        outsideLegs = List.copyOf(outsideLegs);
        moves = List.copyOf(moves);
        offers = List.copyOf(offers);
        consultations = List.copyOf(consultations);
        waterfall = List.copyOf(waterfall);
        verification = List.copyOf(verification);
    }

    @Override
    public String toString() {
        return "CallDetailsView[" + call.id() + "]";
    }

    /// One talk of the call: an answered offer, and what became of its recording.
    record TalkView(
            String offer, String agent, @JsonUnwrapped RecordingState recording) {
        static TalkView of(TalkState talk, Directory directory) {
            return new TalkView(Long.toString(talk.offer()), directory.agentUser(talk.agent()), talk.recording());
        }
    }

    /// A leg to the outside.
    ///
    /// @param way `click-to-call`, `transfer`, `consultation` and so on
    /// @param number masked
    /// @param ownNumber the number that was sent
    /// @param answeredAt absent: not answered, or nobody saw when
    /// @param endedAt absent: not over, or nobody saw when it ended
    /// @param result what came of it, as of [org.kezheng.platform.outside.OutsideLine]; absent: nothing yet
    /// @param endUnseen whether it is over and nobody saw when
    record OutsideLegView(
            Instant at,
            String way,
            String number,
            @Nullable String ownNumber,
            String askedBy,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String result,
            boolean endUnseen) {}

    /// A supervisor moved the call into another queue.
    record MoveView(Instant at, String from, String to, String by, String cause) {}

    /// Until when a customer was on the line who was handed to somebody outside.
    ///
    /// @param state `open`, `ended`, or `unseen`: it ended and nobody saw when
    record CustomerLineView(String state, @Nullable Instant endedAt) {}

    /// One offer of the call to an agent.
    record OfferView(
            String offer,
            String agent,
            Instant offeredAt,
            @Nullable Instant ringingAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {
        static OfferView of(Offer offer, Directory directory) {
            return new OfferView(
                    Long.toString(offer.offer()),
                    directory.agentUser(offer.agent()),
                    offer.offeredAt(),
                    offer.ringingAt(),
                    offer.endedAt(),
                    offer.outcome());
        }
    }

    /// An internal call on behalf of the call, with the agent who was called.
    record ConsultationView(
            String call,
            Instant offeredAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            List<OfferView> offers) {
        ConsultationView {
            offers = List.copyOf(offers);
        }
    }

    /// A try to verify the caller: which facts were asked and what came of it, never what was said.
    record VerificationView(Instant at, String by, List<String> facts, boolean passed) {}

    /// The contact in which the caller, who asked for it, was called back; its offers are its legs to agents.
    record CallbackView(
            String call,
            Instant offeredAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            List<OfferView> offers) {
        CallbackView {
            offers = List.copyOf(offers);
        }
    }

    /// Whose number it is: name and number masked.
    record CustomerView(String id, String name, String number, List<NoteView> notes) {
        CustomerView {
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "CustomerView[" + id + "]";
        }
    }

    /// What an agent wrote about a call of the customer.
    record NoteView(String call, Instant at, String agent, String disposition, String text) {
        @Override
        public String toString() {
            return "NoteView[" + call + "]";
        }
    }
}
