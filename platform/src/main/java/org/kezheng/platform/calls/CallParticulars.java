package org.kezheng.platform.calls;

import java.util.List;
import java.util.Optional;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CallNote;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.CallParty;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.evidence.calls.Offer;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.measures.CallClock;
import org.kezheng.platform.quality.LinesOfCalls;
import org.kezheng.platform.recordings.RecordingState;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.platform.recordings.TalkState;
import org.kezheng.platform.supervision.CallMove;
import org.kezheng.platform.supervision.MovesOfCalls;
import org.kezheng.security.access.Policy;
import org.kezheng.security.access.SignedIn;

/// Puts together what is known about one call.
final class CallParticulars {
    private static final int NOTES = 100;

    private final Calls calls;
    private final Directory directory;
    private final CallParties parties;
    private final Customers customers;
    private final CallNotes notes;
    private final CallClock clock;
    private final LinesOfCalls quality;
    private final Recordings recordings;
    private final CallerSteps steps;
    private final Verifications verifications;
    private final OutsideLegs legs;
    private final MovesOfCalls moves;

    CallParticulars(Calls calls, Directory directory, People people, Measured measured, Recordings recordings) {
        this.calls = calls;
        this.directory = directory;
        this.parties = people.parties();
        this.customers = people.customers();
        this.notes = people.notes();
        this.steps = people.steps();
        this.clock = measured.clock();
        this.quality = measured.quality();
        this.verifications = people.verifications();
        this.legs = people.legs();
        this.moves = people.moves();
        this.recordings = recordings;
    }

    /// Where other parties, what was written about them, and whom calls went out to stand.
    record People(
            CallParties parties,
            Customers customers,
            CallNotes notes,
            CallerSteps steps,
            Verifications verifications,
            OutsideLegs legs,
            MovesOfCalls moves) {}

    /// What was measured beside the journal.
    record Measured(CallClock clock, LinesOfCalls quality) {}

    CallDetailsView of(Call call, SignedIn who) {
        Optional<CallParty> party =
                who.role().allows(Policy.CUSTOMER_READ) ? parties.find(new CallId(call.contact())) : Optional.empty();
        List<Offer> offers = calls.offersOf(call.contact());
        List<TalkState> talks = recordings.talksOf(call, offers);
        OutsideLegs.OfCall outside = legs.of(call);
        return new CallDetailsView(
                CallView.of(call, directory),
                offers.stream().map(this::offer).toList(),
                calls.internalOf(call.contact()).stream()
                        .map(this::consultation)
                        .toList(),
                calls.callbackOf(call.contact()).map(this::callback).orElse(null),
                calls.askedIn(call.contact()).map(asked -> Long.toString(asked)).orElse(null),
                verifications.attempts(new CallId(call.contact())).stream()
                        .map(one -> new CallDetailsView.VerificationView(
                                one.at(), one.askedBy(), one.kinds(), one.isPassed()))
                        .toList(),
                call.disposition(),
                call.hold().toMillis(),
                party.map(CallParty::maskedNumber).orElse(null),
                party.flatMap(known -> Optional.ofNullable(known.customer()))
                        .flatMap(this::customer)
                        .orElse(null),
                clock.waterfallOf(call.contact()),
                talks.isEmpty() ? RecordingState.none() : talks.getLast().recording(),
                talks.stream()
                        .map(talk -> CallDetailsView.TalkView.of(talk, directory))
                        .toList(),
                quality.of(call.contact()).stream()
                        .map(line -> LineView.of(line, directory))
                        .toList(),
                outside.legs(),
                outside.customersLine(),
                moves.of(call.contact()).stream().map(this::move).toList(),
                steps.of(call.contact()).orElse(null));
    }

    private CallDetailsView.MoveView move(CallMove move) {
        return new CallDetailsView.MoveView(
                move.at(), directory.queueCode(move.from()), directory.queueCode(move.to()), move.by(), move.cause());
    }

    private CallDetailsView.OfferView offer(Offer offer) {
        return CallDetailsView.OfferView.of(offer, directory);
    }

    private CallDetailsView.ConsultationView consultation(Call inner) {
        return new CallDetailsView.ConsultationView(
                Long.toString(inner.contact()),
                inner.offeredAt(),
                inner.answeredAt(),
                inner.endedAt(),
                inner.outcome(),
                calls.offersOf(inner.contact()).stream().map(this::offer).toList());
    }

    private CallDetailsView.CallbackView callback(Call back) {
        return new CallDetailsView.CallbackView(
                Long.toString(back.contact()),
                back.offeredAt(),
                back.answeredAt(),
                back.endedAt(),
                back.outcome(),
                calls.offersOf(back.contact()).stream().map(this::offer).toList());
    }

    private Optional<CallDetailsView.CustomerView> customer(CustomerId id) {
        return customers
                .find(id)
                .map(view -> new CallDetailsView.CustomerView(
                        Long.toString(id.value()), view.maskedName(), view.maskedNumber(), notesOn(id)));
    }

    private List<CallDetailsView.NoteView> notesOn(CustomerId customer) {
        return notes.ofCustomer(customer, NOTES).stream()
                .map(CallParticulars::note)
                .toList();
    }

    private static CallDetailsView.NoteView note(CallNote note) {
        return new CallDetailsView.NoteView(
                Long.toString(note.call().value()),
                note.at(),
                note.agent(),
                note.disposition(),
                note.text().reveal());
    }
}
