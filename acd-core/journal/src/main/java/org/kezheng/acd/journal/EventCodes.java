package org.kezheng.acd.journal;

import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

/// The codes of the closed choices in events. A code, once given, stays.
final class EventCodes {
    private EventCodes() {}

    static int of(Event event) {
        return switch (event) {
            case Event.ConfigurationApplied e -> 1;
            case Event.ContactQueued e -> 2;
            case Event.OfferMade e -> 3;
            case Event.OfferRang e -> 4;
            case Event.OfferEnded e -> 5;
            case Event.ContactRequeued e -> 6;
            case Event.ContactAnswered e -> 7;
            case Event.ContactHeld e -> 8;
            case Event.ContactResumed e -> 9;
            case Event.ContactEnded e -> 10;
            case Event.WrapUpEnded e -> 11;
            case Event.AgentStateChanged e -> 12;
            case Event.NextStateChosen e -> 13;
            case Event.EffectRequested e -> 14;
            case Event.EffectSettled e -> 15;
            case Event.CommandRefused e -> 16;
            case Event.ContactMoved e -> 17;
            case Event.RingReached e -> 18;
            case Event.WaitEstimated e -> 19;
            case Event.ContactTransferred e -> 20;
            case Event.WrapUpExtended e -> 21;
            case Event.ConfigurationProblemFound e -> 22;
        };
    }

    static int of(MoveCause cause) {
        return switch (cause) {
            case SUPERVISOR -> 1;
            case QUEUE_FULL -> 2;
            case WAITED_TOO_LONG -> 3;
            case QUEUE_RETIRED -> 4;
        };
    }

    static MoveCause moveCause(int code) {
        return Codes.find(MoveCause.values(), EventCodes::of, code);
    }

    static int of(Diversion to) {
        return switch (to) {
            case VOICEMAIL -> 1;
            case CALLBACK -> 2;
            case ANNOUNCEMENT -> 3;
        };
    }

    static Diversion diversion(int code) {
        return Codes.find(Diversion.values(), EventCodes::of, code);
    }

    static int of(RuleId rule) {
        return switch (rule) {
            case LONGEST_IDLE -> 1;
            case FIRST_WAITING -> 2;
            case BEST_MATCH -> 3;
            case LEAST_OVERQUALIFIED -> 4;
            case LAST_AGENT -> 5;
            case NAMED_AGENT -> 6;
            case ASSIGNED -> 7;
            case PULLED -> 8;
            case TRANSFERRED -> 9;
            case CALLED -> 10;
            case TAKEN_OVER -> 11;
        };
    }

    static RuleId rule(int code) {
        return Codes.find(RuleId.values(), EventCodes::of, code);
    }

    static int of(OfferOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> 1;
            case DECLINED -> 2;
            case MISSED -> 3;
            case FAILED -> 4;
            case WITHDRAWN -> 5;
        };
    }

    static OfferOutcome offerOutcome(int code) {
        return Codes.find(OfferOutcome.values(), EventCodes::of, code);
    }

    static int of(ContactOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> 1;
            case ABANDONED -> 2;
            case TIMED_OUT -> 3;
            case REFUSED -> 4;
            case LOST -> 5;
            case OVERFLOWED -> 6;
            case CALLBACK -> 7;
            case VOICEMAIL -> 8;
        };
    }

    static ContactOutcome contactOutcome(int code) {
        return Codes.find(ContactOutcome.values(), EventCodes::of, code);
    }

    static int of(AgentState state) {
        return switch (state) {
            case SIGNED_OUT -> 1;
            case NOT_READY -> 2;
            case READY -> 3;
            case RINGING -> 4;
            case TALKING -> 5;
            case WRAP_UP -> 6;
        };
    }

    static AgentState agentState(int code) {
        return Codes.find(AgentState.values(), EventCodes::of, code);
    }

    static int of(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_AGENT -> 1;
            case UNKNOWN_QUEUE -> 2;
            case UNKNOWN_CONTACT -> 3;
            case UNKNOWN_OFFER -> 4;
            case UNKNOWN_EFFECT -> 5;
            case OTHER_CLIENT -> 6;
            case DUPLICATE_CONTACT -> 7;
            case CONTACT_ENDED -> 8;
            case OFFER_ENDED -> 9;
            case NOT_SIGNED_IN -> 10;
            case SIGN_OUT_PENDING -> 11;
            case NOT_TALKING -> 12;
            case NOT_IN_WRAP_UP -> 13;
            case CONTACTS_FULL -> 14;
            case EFFECTS_FULL -> 15;
            case CONFIGURATION_NOT_NEWER -> 16;
            case CONFIGURATION_INCONSISTENT -> 17;
            case CONFIGURATION_TOO_LARGE -> 18;
            case QUEUE_IN_USE -> 19;
            case AGENT_IN_USE -> 20;
            case OTHER_CHANNEL -> 21;
            case NOT_WAITING -> 22;
            case AGENT_NOT_FREE -> 23;
            case REST_FULL -> 24;
            case NO_MORE_EXTENSIONS -> 25;
            case QUEUE_FULL -> 26;
            case INTERNAL_CONTACT -> 27;
            case SAME_AGENT -> 28;
        };
    }

    static Refusal refusal(int code) {
        return Codes.find(Refusal.values(), EventCodes::of, code);
    }
}
