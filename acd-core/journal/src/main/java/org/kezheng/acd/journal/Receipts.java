package org.kezheng.acd.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The receipts of the last commands, so that a repeated command is not applied again. Replay fills it anew.
final class Receipts {
    private final int capacity;
    private final Map<CommandId, Receipt> byId = new LinkedHashMap<>();

    Receipts(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    Receipt find(CommandId id) {
        return byId.get(id);
    }

    void remember(CommandId id, Receipt receipt) {
        if (id.equals(CommandId.OF_HOST)) {
            return;
        }
        // Taken out first, so that these are the last ones of the journal in the journal's order.
        byId.remove(id);
        byId.put(id, receipt);
        if (byId.size() > capacity) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    /// All of them, oldest first.
    List<RememberedReceipt> list() {
        return byId.entrySet().stream()
                .map(entry -> new RememberedReceipt(entry.getKey(), entry.getValue()))
                .toList();
    }
}
