package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JournalPositionTest {
    @Test
    void positionsAreOrderedFromZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JournalPosition(-1));
        assertThat(new JournalPosition(0)).isLessThan(new JournalPosition(1));
    }
}
