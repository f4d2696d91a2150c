package org.kezheng.platform.live;

import java.util.TreeMap;

/// A queue in the read model.
final class LiveQueue {
    final int id;
    /// Waiting contacts by id, which is the order of their arrival at the PBX.
    final TreeMap<Long, LiveContact> waiting = new TreeMap<>();

    LiveQueue(int id) {
        this.id = id;
    }
}
