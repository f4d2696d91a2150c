package org.kezheng.platform.calendar.site;

import java.time.LocalDate;
import java.util.List;
import org.kezheng.platform.calendar.CalendarYear;
import org.kezheng.platform.calendar.DayKind;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/calendar`: the public holidays by which flows, the gate and the register's terms go.
@RestController
@RequestMapping("/api/calendar")
class CalendarController {
    private final HolidayCalendar calendar;
    private final CalendarWatch watch;

    CalendarController(HolidayCalendar calendar, CalendarWatch watch) {
        this.calendar = calendar;
        this.watch = watch;
    }

    /// @param missing years whose holidays ought to be there by today and are not
    record CalendarView(List<YearView> years, List<Integer> missing) {}

    record YearView(int year, String source, List<LocalDate> holidays, List<LocalDate> workingDays) {
        static YearView of(CalendarYear year) {
            return new YearView(
                    year.year(), year.source(), year.daysOf(DayKind.HOLIDAY), year.daysOf(DayKind.WORKING_DAY));
        }
    }

    @GetMapping
    CalendarView calendar() {
        List<YearView> years =
                calendar.years().values().stream().map(YearView::of).toList();
        return new CalendarView(years, watch.missing());
    }
}
