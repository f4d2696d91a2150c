package org.kezheng.platform.live;

import java.time.LocalDate;
import java.util.TreeMap;

/// A queue in the read model.
final class LiveQueue {
    final int id;
    /// Waiting contacts by id, which is the order of their arrival at the PBX.
    final TreeMap<Long, LiveContact> waiting = new TreeMap<>();

    private LocalDate day = LocalDate.EPOCH;
    private int offered;
    private int answered;
    private int abandoned;

    LiveQueue(int id) {
        this.id = id;
    }

    void offers(LocalDate today) {
        turnTo(today);
        offered++;
    }

    void answers(LocalDate today) {
        turnTo(today);
        answered++;
    }

    void abandons(LocalDate today) {
        turnTo(today);
        abandoned++;
    }

    Figures figures(LocalDate today) {
        turnTo(today);
        return new Figures(offered, answered, abandoned);
    }

    record Figures(int offered, int answered, int abandoned) {}

    private void turnTo(LocalDate today) {
        if (!day.equals(today)) {
            day = today;
            offered = 0;
            answered = 0;
            abandoned = 0;
        }
    }
}
