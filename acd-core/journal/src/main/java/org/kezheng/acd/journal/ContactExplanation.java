package org.kezheng.acd.journal;

import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.WaitingGrounds;

/// Why a contact went where it went, and why it still waits.
///
/// @param offers one explanation for each offer of the contact, in order
/// @param waiting present while the contact waits at the journal's end
public record ContactExplanation(List<Explanation> offers, Optional<WaitingGrounds> waiting) {
    public ContactExplanation {
        offers = List.copyOf(offers);
    }
}
