package org.kezheng.platform.gate;

import java.util.List;

/// What became of asking for a change, or of deciding on one.
public sealed interface ParameterOutcome {
    /// The change stands as it says.
    record Taken(ParameterChange change) implements ParameterOutcome {}

    /// The value is none, or beyond the bound that nobody can pass.
    record Invalid(GateParameter parameter) implements ParameterOutcome {}

    /// The value names queues that the client has not.
    ///
    /// @param unknown their codes, in the order of the value
    /// @param queues the codes of those that the client has
    record UnknownQueues(GateParameter parameter, List<String> unknown, List<String> queues)
            implements ParameterOutcome {}

    /// The value is the one in force.
    record Same() implements ParameterOutcome {}

    /// There is no such change that waits.
    record Unknown() implements ParameterOutcome {}

    /// Who asked for it cannot be the second person.
    record SamePerson() implements ParameterOutcome {}
}
