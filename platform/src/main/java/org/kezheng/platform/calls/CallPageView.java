package org.kezheng.platform.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.CallPage;
import org.kezheng.platform.directory.Directory;

/// Calls, newest first; `next` is the value of `after` that gives the page after.
record CallPageView(List<CallView> items, @Nullable String next) {
    CallPageView {
        items = List.copyOf(items);
    }

    static CallPageView of(CallPage page, Directory directory) {
        Long next = page.next();
        return new CallPageView(
                page.calls().stream().map(call -> CallView.of(call, directory)).toList(),
                next == null ? null : next.toString());
    }
}
