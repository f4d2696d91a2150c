package org.kezheng.platform.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnderWayTest {
    private static final StoredPack MAKING =
            new StoredPack(7, 1, "making", Instant.parse("2026-11-30T08:00:00Z"), "auditor1", null, null);

    private final UnderWay underWay = new UnderWay();

    @Test
    void packOfARunThatEndedIsFailed() {
        assertThat(underWay.asTheyStand(() -> List.of(MAKING)))
                .extracting(StoredPack::state)
                .containsExactly("failed");
    }

    @Test
    void packThatIsEndedWhileItIsReadIsNotTakenForLost() {
        underWay.begun(7);
        assertThat(underWay.asTheyStand(() -> {
                    underWay.ended(7);
                    return List.of(MAKING);
                }))
                .extracting(StoredPack::state)
                .containsExactly("making");
    }

    @Test
    void packThatIsBegunWhileOthersAreReadIsNotTakenForLost() {
        assertThat(underWay.asTheyStand(() -> {
                    underWay.begun(7);
                    return List.of(MAKING);
                }))
                .extracting(StoredPack::state)
                .containsExactly("making");
    }
}
