package org.kezheng.platform.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;

/// Compares the filed list of equipment with what runs.
final class EquipmentProbe implements Probe {
    static final String ID = "equipment-list";
    private static final String NOTHING = "-";

    private final EquipmentFilings filings;
    private final RunningEquipment running;

    EquipmentProbe(EquipmentFilings filings, RunningEquipment running) {
        this.filings = filings;
        this.running = running;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() {
        Optional<FiledEquipment> filed = filings.inForce();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.judged(
                "equipment.filed",
                new Words("已备案设备清单", "A list of equipment is filed"),
                new Check.Verdict(
                        filed.isPresent(),
                        "a filed list",
                        filed.map(list -> list.filedAt().toString()).orElse("no list filed"))));
        filed.ifPresent(list -> checks.addAll(compared(list)));
        return ProbeFinding.of(checks);
    }

    private List<Check> compared(FiledEquipment filed) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.equal(
                "equipment.as-filed",
                new Words("备案清单自备案后未被改动", "The filed list is as it was filed"),
                "unchanged",
                filed.isAsFiled() ? "unchanged" : "changed"));
        Map<String, EquipmentItem> left = new HashMap<>();
        filed.items().forEach(item -> left.put(item.code(), item));
        for (EquipmentItem item : running.discover()) {
            EquipmentItem expected = left.remove(item.code());
            checks.add(check(item, expected == null ? NOTHING : shown(expected), shown(item)));
        }
        left.values().forEach(gone -> checks.add(check(gone, shown(gone), NOTHING)));
        return checks;
    }

    private static Check check(EquipmentItem item, String expected, String observed) {
        return Check.equal(
                "equipment." + item.code(),
                new Words(item.zh() + "与备案一致", item.en() + " is as filed"),
                expected,
                observed);
    }

    private static String shown(EquipmentItem item) {
        return item.name() + " " + item.version();
    }
}
