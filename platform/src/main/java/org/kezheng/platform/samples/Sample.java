package org.kezheng.platform.samples;

import java.time.Instant;
import java.util.List;

/// A sample that was drawn.
///
/// @param seed 32 small hexadecimal digits
/// @param population how many recordings it was drawn from
/// @param offers the talks drawn, in the order of the draw
record Sample(long id, Criteria criteria, String seed, int size, int population, List<Long> offers, Drawing drawing) {
    Sample {
        offers = List.copyOf(offers);
    }

    /// By whom and when.
    record Drawing(String by, Instant at) {}
}
