package org.kezheng.platform.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which part of a file is asked for.
final class ByteRangeTest {
    @Test
    void withoutARangeItIsTheWholeFile() {
        assertThat(ByteRange.of(null, 100)).contains(new ByteRange(0, 100));
    }

    @Test
    void aRangeIsCutAtTheEnd() {
        assertThat(ByteRange.of("bytes=10-19", 100)).contains(new ByteRange(10, 20));
        assertThat(ByteRange.of("bytes=90-", 100)).contains(new ByteRange(90, 100));
        assertThat(ByteRange.of("bytes=90-900", 100)).contains(new ByteRange(90, 100));
        assertThat(ByteRange.of("bytes=-30", 100)).contains(new ByteRange(70, 100));
        assertThat(ByteRange.of("bytes=-300", 100)).contains(new ByteRange(0, 100));
    }

    @Test
    void whatLiesOutsideIsNotThere() {
        assertThat(ByteRange.of("bytes=100-", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=20-10", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=-0", 100)).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() {
        for (String header :
                new String[] {"bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=99999999999999999999-", "x"}) {
            assertThat(ByteRange.of(header, 100)).contains(new ByteRange(0, 100));
        }
    }
}
