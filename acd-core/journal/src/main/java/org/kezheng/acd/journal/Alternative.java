package org.kezheng.acd.journal;

import java.util.OptionalInt;

/// What would have come of a decision without the one who was chosen.
///
/// Where a contact was offered to the best of several agents, the agent is left out, and `agent` says who would have
/// got the contact. Where an agent became free and got the first of several contacts, the contact is left out, and
/// `contact` says which the agent would have got.
///
/// @param explanation of the decision as it was made; it names the runner-up
/// @param agent empty: nobody, or the agent is not the question
/// @param contact 0: none, or the contact is not the question
public record Alternative(Explanation explanation, OptionalInt agent, long contact) {

    /// Whether it came as the explanation names it.
    public boolean isAsNamed() {
        return agent.equals(explanation.runnerUp()) && contact == explanation.runnerUpContact();
    }
}
