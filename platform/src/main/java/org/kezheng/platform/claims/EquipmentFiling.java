package org.kezheng.platform.claims;

import java.time.Clock;
import java.util.List;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files what runs, and writes into the ledger that it was filed, both or neither.
final class EquipmentFiling {
    private static final String BY_PLATFORM = "platform";

    private final RunningEquipment running;
    private final EquipmentFilings filings;
    private final ClaimLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EquipmentFiling(
            RunningEquipment running,
            EquipmentFilings filings,
            ClaimLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.running = running;
        this.filings = filings;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Files the list of this moment; false when the PBX is not connected, since a list without it is none.
    boolean fileWhatRuns(SignedIn who) {
        List<EquipmentItem> items = running.discover();
        if (!isWhole(items)) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            filings.file(items, who.user(), clock.instant());
            ledger.filed(items.size(), Actor.of(who));
        });
        return true;
    }

    /// What a demonstration does at its first start: its list is the one of that moment.
    void fileUnlessFiled() {
        List<EquipmentItem> items = running.discover();
        if (isWhole(items)) {
            transaction.executeWithoutResult(status -> {
                if (filings.inForce().isEmpty()) {
                    filings.file(items, BY_PLATFORM, clock.instant());
                    ledger.filed(items.size(), Actor.platform());
                }
            });
        }
    }

    private static boolean isWhole(List<EquipmentItem> items) {
        return items.stream().noneMatch(item -> item.version().equals(RunningEquipment.NOT_CONNECTED));
    }
}
