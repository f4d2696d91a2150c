package org.kezheng.platform.whatif;

import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.Configuration;

/// What a journal says of a day.
///
/// @param calls by their time
/// @param acts by their time; what agents were at the day's begin is an act at its begin
/// @param figures as it went
/// @param configuration in force at the day's end
record RecordedDay(
        Day day,
        List<RecordedCall> calls,
        List<AgentAct> acts,
        DayFigures figures,
        Optional<Configuration> configuration) {
    RecordedDay {
        calls = List.copyOf(calls);
        acts = List.copyOf(acts);
    }
}
