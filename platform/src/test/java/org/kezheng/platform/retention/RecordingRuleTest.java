package org.kezheng.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.gate.GateParameter;
import org.kezheng.platform.gate.GateParameters;

final class RecordingRuleTest {
    private static final long FIRST = 1_870_000_000_000_000L;
    private static final int PLACE_OF_ONE = 19;
    private static final int PLACE_OF_FIRST = 42;

    @Test
    void everythingIsRecordedUnlessSomebodyLaidDownOtherwise() {
        RecordingRule rule = RecordingRule.of(GateParameters.initial());
        assertThat(LongStream.range(FIRST, FIRST + 1_000)).allMatch(contact -> rule.isRecorded(contact, "support"));
    }

    @Test
    void callsOfAnExemptQueueAreNotRecordedAndThoseOfOthersAre() {
        RecordingRule rule =
                RecordingRule.of(new GateParameters(Map.of(GateParameter.RECORDING_EXEMPT_QUEUES, "sales,support")));
        assertThat(rule.isRecorded(FIRST, "support")).isFalse();
        assertThat(rule.isRecorded(FIRST, "sales")).isFalse();
        assertThat(rule.isRecorded(FIRST, "advice")).isTrue();
    }

    @Test
    void aShareOfTheCallsIsRecordedAndOfEachCallAllTalksOrNone() {
        RecordingRule rule = new RecordingRule(30, Set.of());
        long recorded = LongStream.range(FIRST, FIRST + 10_000)
                .filter(contact -> rule.isRecorded(contact, "support"))
                .count();
        assertThat(recorded).isBetween(2_800L, 3_200L);
        assertThat(rule.isRecorded(FIRST, "support")).isEqualTo(rule.isRecorded(FIRST, "sales"));
        assertThat(new RecordingRule(0, Set.of()).isRecorded(FIRST, "support")).isFalse();
    }

    /// Written out, so that somebody else can tell which calls were of a share.
    @Test
    void aCallsPlaceIsThatOfItsIdsHash() {
        assertThat(RecordingRule.placeOf(1)).isEqualTo(PLACE_OF_ONE);
        assertThat(RecordingRule.placeOf(FIRST)).isEqualTo(PLACE_OF_FIRST);
    }
}
