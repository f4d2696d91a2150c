package org.kezheng.evidence.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls, newest first.
///
/// @param next the cursor of the page after; absent on the last page
public record CallPage(List<Call> calls, @Nullable Long next) {
    /// Without any call.
    public static final CallPage EMPTY = new CallPage(List.of(), null);

    public CallPage {
        calls = List.copyOf(calls);
    }

    /// A page of calls of which one more than the limit was looked for.
    static CallPage of(List<Call> found, int limit) {
        if (found.size() <= limit) {
            return new CallPage(found, null);
        }
        List<Call> page = found.subList(0, limit);
        return new CallPage(page, page.getLast().arrivalNumber());
    }
}
