package org.kezheng.acd.engine;

/// One thing that is wrong with a configuration.
///
/// @param subject the id of the skill, queue or agent that is wrong; 0: the whole
/// @param other the id that it stands in conflict with, the number of the ring, or the limit; 0: none
public record ConfigurationProblem(Kind kind, long subject, long other) {
    /// What is wrong. `subject` and `other` are said behind the dash.
    public enum Kind {
        /// The version is not above the one in force — version, version in force.
        NOT_NEWER,
        /// More skills than the limits allow — 0, limit.
        TOO_MANY_SKILLS,
        /// More queues than the limits allow — 0, limit.
        TOO_MANY_QUEUES,
        /// More agents than the limits allow — 0, limit.
        TOO_MANY_AGENTS,
        /// More pairs of an agent and a requirement that the agent meets than the limits allow — 0, limit.
        TOO_MANY_MEMBERSHIPS,
        /// Two skills of one id — skill, 0.
        SKILL_TWICE,
        /// Two skills of one code — the second skill, the first.
        SKILL_CODE_TWICE,
        /// Two queues of one id — queue, 0.
        QUEUE_TWICE,
        /// Two queues of one code — the second queue, the first.
        QUEUE_CODE_TWICE,
        /// Two agents of one id — agent, 0.
        AGENT_TWICE,
        /// A queue requires a skill that is not defined — queue, skill.
        QUEUE_SKILL_UNKNOWN,
        /// One ring of a queue requires a skill twice — queue, skill.
        QUEUE_SKILL_TWICE,
        /// An agent has a skill that is not defined — agent, skill.
        AGENT_SKILL_UNKNOWN,
        /// An agent has a skill twice — agent, skill.
        AGENT_SKILL_TWICE,
        /// The first ring begins later than at 0, or a ring not later than the one before — queue, ring from 1.
        RINGS_NOT_ASCENDING,
        /// A ring asks for the same as an earlier one — queue, ring from 1.
        RING_ADDS_NOBODY,
        /// A queue overflows into one that is not defined — queue, target.
        OVERFLOW_UNKNOWN,
        /// A queue overflows into one of another client or channel — queue, target.
        OVERFLOW_ELSEWHERE,
        /// A contact could overflow in a circle — a queue of the circle, 0.
        OVERFLOW_CIRCLE,
        /// The queue is left out while contacts are in it, or given to another client or channel — queue, 0.
        QUEUE_IN_USE,
        /// A retired queue is still defined, or its successor is not of its client and channel — retired, successor.
        RETIREMENT_WRONG,
        /// The agent is left out while signed in — agent, 0.
        AGENT_IN_USE,
        /// A queue is retired twice — queue, 0.
        RETIRED_TWICE
    }
}
