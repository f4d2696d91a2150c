package org.kezheng.acd.journal;

import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

/// The codes of the closed choices in events. A code, once given, stays.
final class EventCodes {
    private EventCodes() {}

    static int of(RuleId rule) {
        return switch (rule) {
            case LONGEST_IDLE -> 1;
            case FIRST_WAITING -> 2;
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
        };
    }

    static Refusal refusal(int code) {
        return Codes.find(Refusal.values(), EventCodes::of, code);
    }
}
