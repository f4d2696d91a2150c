package org.kezheng.platform.numbers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A number in the register.
///
/// @param fileBy the last day on which its oldest change that is not filed may be filed; null: all is filed
/// @param changedAt when it was changed last, filing aside
/// @param changedBy who did
/// @param approvedBy who has read it since, and lets it be sent; null: nobody yet
public record RegisteredNumber(
        long id,
        NumberEntry entry,
        @Nullable LocalDate fileBy,
        Instant changedAt,
        String changedBy,
        @Nullable String approvedBy) {

    /// Nothing else is missing than a second person.
    static final String APPROVAL = "approval";

    /// What is missing before the number may be sent; empty: it may. Numbers are filed before they are opened
    /// (工信部信管〔2020〕81号). A change that is filed late is shown, and takes no number out of use.
    public String obstacle() {
        String ofPapers = entry.obstacle();
        if (!ofPapers.isEmpty()) {
            return ofPapers;
        }
        if (entry.filedOn() == null) {
            return "filing";
        }
        return approvedBy == null ? APPROVAL : "";
    }
}
