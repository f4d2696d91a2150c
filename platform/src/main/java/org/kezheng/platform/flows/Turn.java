package org.kezheng.platform.flows;

import java.util.List;

/// What the interpreter says: where the caller is now, what the line does next, and what is to be kept.
public record Turn(FlowState state, Task task, List<Task.Note> notes) {
    public Turn {
        notes = List.copyOf(notes);
    }
}
