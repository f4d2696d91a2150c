package org.kezheng.platform.calendar.site;

import java.util.List;

/// Files of the calendar are wrong; the message names everything that is.
public final class RefusedCalendar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedCalendar(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
