package org.kezheng.platform.claims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/equipment`: what runs and what is filed; and filing what runs.
@RestController
class EquipmentController {
    private final RunningEquipment running;
    private final EquipmentFilings filings;
    private final EquipmentFiling filing;

    EquipmentController(RunningEquipment running, EquipmentFilings filings, EquipmentFiling filing) {
        this.running = running;
        this.filings = filings;
        this.filing = filing;
    }

    record EquipmentView(
            List<EquipmentItem> running, @Nullable FiledView filed) {}

    record FiledView(Instant filedAt, String filedBy, List<EquipmentItem> items, boolean isAsFiled) {
        static FiledView of(FiledEquipment filed) {
            return new FiledView(filed.filedAt(), filed.filedBy(), filed.items(), filed.isAsFiled());
        }
    }

    @GetMapping("/api/equipment")
    EquipmentView equipment() {
        return new EquipmentView(
                running.discover(), filings.inForce().map(FiledView::of).orElse(null));
    }

    /// Files the list of what runs at this moment.
    @PutMapping("/api/equipment")
    EquipmentView file(@AuthenticationPrincipal SignedIn who) {
        if (!filing.fileWhatRuns(who)) {
            throw Problem.conflict("equipment.pbx-away", "The PBX is not connected, so its version is not known");
        }
        return equipment();
    }
}
