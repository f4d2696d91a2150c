package org.kezheng.platform.gate;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/numbers/alarms`: own numbers that have called as often within the hour as they may.
@RestController
@RequestMapping("/api/numbers/alarms")
class NumberAlarmController {
    private final NumberAlarms alarms;

    NumberAlarmController(NumberAlarms alarms) {
        this.alarms = alarms;
    }

    record AlarmView(String number, int calls, int most, int refused, Instant since) {
        static AlarmView of(NumberAlarms.Alarm one) {
            return new AlarmView(one.number(), one.calls(), one.most(), one.refused(), one.since());
        }
    }

    record AlarmList(List<AlarmView> items) {}

    @GetMapping
    AlarmList standing() {
        return new AlarmList(alarms.standing().stream().map(AlarmView::of).toList());
    }
}
