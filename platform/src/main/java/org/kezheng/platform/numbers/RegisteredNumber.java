package org.kezheng.platform.numbers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A number in the register.
///
/// @param fileBy the last day on which its oldest change that is not filed may be filed; null: all is filed
public record RegisteredNumber(
        long id, NumberEntry entry, @Nullable LocalDate fileBy) {}
