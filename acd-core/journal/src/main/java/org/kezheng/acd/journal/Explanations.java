package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;
import org.kezheng.acd.engine.ContactId;

/// Explains decisions by replaying the journal to the point where they were made.
public final class Explanations {
    private Explanations() {}

    /// One explanation for each offer of the contact, in order; none for a contact that the journal does not
    /// know.
    public static List<Explanation> ofContact(Path directory, ContactId contact) {
        return List.of();
    }
}
