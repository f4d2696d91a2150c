package org.kezheng.platform.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DrawTest {
    private static final String SEED = "000102030405060708090a0b0c0d0e0f";
    private static final List<Long> POPULATION =
            LongStream.rangeClosed(1, 1_000).boxed().toList();

    @Test
    void theSameSeedDrawsTheSameAndAnotherOneDoesNot() {
        assertThat(Draw.of(POPULATION, 20, SEED)).isEqualTo(Draw.of(POPULATION.reversed(), 20, SEED));
        assertThat(Draw.of(POPULATION, 20, Draw.newSeed())).isNotEqualTo(Draw.of(POPULATION, 20, SEED));
        assertThat(Draw.newSeed()).matches("[0-9a-f]{32}").isNotEqualTo(Draw.newSeed());
    }

    @Test
    void asManyAsAreThereAreDrawnAndEachOnce() {
        assertThat(Draw.of(POPULATION, 20, SEED)).hasSize(20).doesNotHaveDuplicates();
        assertThat(Draw.of(List.of(5L, 6L), 20, SEED)).containsExactlyInAnyOrder(5L, 6L);
        assertThat(Draw.of(List.of(), 20, SEED)).isEmpty();
    }

    @Test
    void eachTalkIsDrawnAboutAsOften() {
        int firstHalf = 0;
        for (int seed = 0; seed < 200; seed++) {
            firstHalf += (int) Draw.of(POPULATION, 20, String.format("%032x", seed)).stream()
                    .filter(offer -> offer <= 500)
                    .count();
        }
        assertThat(firstHalf).isBetween(1_850, 2_150);
    }

    /// Written out, so that somebody else can draw the same.
    @Test
    void aLotIsTheHashOfSeedAndTalk() {
        assertThat(Draw.of(List.of(1L, 2L, 3L, 4L, 5L), 5, SEED)).containsExactly(5L, 2L, 1L, 4L, 3L);
    }
}
