package org.kezheng.acd.journal;

import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.MissedOffer;

/// The codes of the closed choices in configurations and arrivals. A code, once given, stays.
final class ConfigurationCodes {
    private ConfigurationCodes() {}

    static int of(Channel channel) {
        return switch (channel) {
            case VOICE -> 1;
            case CHAT -> 2;
            case MAIL -> 3;
            case SOCIAL -> 4;
        };
    }

    static Channel channel(int code) {
        return Codes.find(Channel.values(), ConfigurationCodes::of, code);
    }

    static int of(ContactKind kind) {
        return switch (kind) {
            case CALL -> 1;
            case CALLBACK -> 2;
            case OUTBOUND_RESULT -> 3;
            case CHAT -> 4;
            case MAIL -> 5;
            case SOCIAL_MESSAGE -> 6;
            case INTERNAL -> 7;
        };
    }

    static ContactKind kind(int code) {
        return Codes.find(ContactKind.values(), ConfigurationCodes::of, code);
    }

    static int of(AgentChoice choice) {
        return switch (choice) {
            case LONGEST_IDLE -> 1;
            case BEST_MATCH -> 2;
            case LEAST_OVERQUALIFIED -> 3;
        };
    }

    static AgentChoice choice(int code) {
        return Codes.find(AgentChoice.values(), ConfigurationCodes::of, code);
    }

    static int of(MissedOffer missed) {
        return switch (missed) {
            case NOT_READY -> 1;
            case PASSED_OVER -> 2;
        };
    }

    static MissedOffer missed(int code) {
        return Codes.find(MissedOffer.values(), ConfigurationCodes::of, code);
    }

    static int of(ConfigurationProblem.Kind kind) {
        return switch (kind) {
            case NOT_NEWER -> 1;
            case TOO_MANY_SKILLS -> 2;
            case TOO_MANY_QUEUES -> 3;
            case TOO_MANY_AGENTS -> 4;
            case TOO_MANY_MEMBERSHIPS -> 5;
            case SKILL_TWICE -> 6;
            case SKILL_CODE_TWICE -> 7;
            case QUEUE_TWICE -> 8;
            case QUEUE_CODE_TWICE -> 9;
            case AGENT_TWICE -> 10;
            case QUEUE_SKILL_UNKNOWN -> 11;
            case QUEUE_SKILL_TWICE -> 12;
            case AGENT_SKILL_UNKNOWN -> 13;
            case AGENT_SKILL_TWICE -> 14;
            case RINGS_NOT_ASCENDING -> 15;
            case RING_ADDS_NOBODY -> 16;
            case OVERFLOW_UNKNOWN -> 17;
            case OVERFLOW_ELSEWHERE -> 18;
            case OVERFLOW_CIRCLE -> 19;
            case QUEUE_IN_USE -> 20;
            case RETIREMENT_WRONG -> 21;
            case AGENT_IN_USE -> 22;
            case RETIRED_TWICE -> 23;
        };
    }

    static ConfigurationProblem.Kind problem(int code) {
        return Codes.find(ConfigurationProblem.Kind.values(), ConfigurationCodes::of, code);
    }
}
