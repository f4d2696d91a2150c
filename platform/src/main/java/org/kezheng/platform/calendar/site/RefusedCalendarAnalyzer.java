package org.kezheng.platform.calendar.site;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the calendar's files, and the way out, instead of where in the program it was found.
final class RefusedCalendarAnalyzer extends AbstractFailureAnalyzer<RefusedCalendar> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedCalendar refused) {
        return new FailureAnalysis(
                "The calendar of holidays is refused:" + System.lineSeparator() + refused.getMessage(),
                "Correct the files in calendar/ of the data directory (docs/site.md), and start again. A file that is taken"
                        + " away leaves the year that ships, if one does.",
                refused);
    }
}
