package org.kezheng.platform.flows;

import java.util.List;

/// What the interpreter says: where the caller is now, what the line does next, and what is to be kept.
///
/// @param isForPerson whether the caller has just pressed the key that leads to a person
public record Turn(FlowState state, Task task, List<Task.Note> notes, boolean isForPerson) {
    public Turn {
        notes = List.copyOf(notes);
    }

    /// A turn that leads wherever the flow does.
    public Turn(FlowState state, Task task, List<Task.Note> notes) {
        this(state, task, notes, false);
    }
}
