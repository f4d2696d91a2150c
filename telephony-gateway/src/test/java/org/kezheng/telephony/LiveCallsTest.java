package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The table of [LiveCalls], row by row.
final class LiveCallsTest implements LiveCalls.Outlet {

    private static final String LEG = "kz-offer-7";
    private static final Instant AT = Instant.ofEpochSecond(1_795_468_344L);
    private static final Duration RING_WITHIN = Duration.ofSeconds(5);

    private final List<PbxEvent> told = new ArrayList<>();
    private final List<String> hungUp = new ArrayList<>();
    private final LiveCalls calls = new LiveCalls(RING_WITHIN, this);

    @Override
    public void tell(PbxEvent event) {
        told.add(event);
    }

    @Override
    public void hangUp(String legId) {
        calls.wantEnd(legId);
        hungUp.add(legId);
    }

    @Test
    void anAnsweredLegIsToldInItsStages() {
        order();
        apply(begun(), rings(), up(), gone(16));
        assertThat(told)
                .containsExactly(
                        new PbxEvent.LegRinging(LEG, AT),
                        new PbxEvent.LegAnswered(LEG, AT),
                        new PbxEvent.LegEnded(LEG, 16, true, AT));
        assertThat(calls.hasLegs()).isFalse();
    }

    @Test
    void aDeclineIsToldAsOneWhetherThePhoneRangOrNot() {
        for (int cause : new int[] {17, 21}) {
            told.clear();
            order();
            apply(begun(), gone(cause));
            order();
            apply(begun(), rings(), gone(cause));
            assertThat(told)
                    .filteredOn(PbxEvent.LegEnded.class::isInstance)
                    .hasSize(2)
                    .allSatisfy(event ->
                            assertThat(((PbxEvent.LegEnded) event).isDeclined()).isTrue());
        }
    }

    @Test
    void mobileHasTheTimeOfItsTrunkAndItsEndsTellTheirCause() {
        String mobile = LEG + "-m1";
        calls.begin(mobile, System.nanoTime());
        apply(new Signal.LegBegun(mobile, "PJSIP/trunk-out-1", AT));
        expireAfter(Duration.ofSeconds(30));
        apply(new Signal.ChannelGone(mobile, 34, AT));
        assertThat(told).containsExactly(new PbxEvent.LegEnded(mobile, 34, false, AT));
    }

    @Test
    void noAnswerAfterRingingIsAnEndAndNoDecline() {
        order();
        apply(begun(), rings(), failed(), gone(19));
        assertThat(told).containsExactly(new PbxEvent.LegRinging(LEG, AT), new PbxEvent.LegEnded(LEG, 19, false, AT));
    }

    @Test
    void aRefusalBeforeRingingIsAFailureOfThePhone() {
        order();
        apply(begun(), gone(1));
        assertThat(told).containsExactly(new PbxEvent.LegFailed(LEG, AT));
    }

    @Test
    void aLegEndedOnOrderIsNoFailureEvenIfItNeverRang() {
        order();
        apply(begun());
        calls.wantEnd(LEG);
        apply(gone(0));
        assertThat(told).containsExactly(new PbxEvent.LegEnded(LEG, 0, false, AT));
    }

    @Test
    void anOrderThatFailsWithoutAChannelIsAFailureOnceItHasSettled() {
        order();
        apply(failed());
        calls.expire(System.nanoTime(), AT);
        assertThat(told).isEmpty();
        calls.expire(System.nanoTime() + LiveCalls.FAILURE_SETTLES_WITHIN.toNanos(), AT);
        assertThat(told).containsExactly(new PbxEvent.LegFailed(LEG, AT));
        assertThat(calls.hasLegs()).isFalse();
    }

    @Test
    void aFailureThatOvertookTheChannelsOwnEventsChangesNothing() {
        order();
        apply(failed(), begun(), gone(21));
        assertThat(told).containsExactly(new PbxEvent.LegEnded(LEG, 21, false, AT));
    }

    @Test
    void theFailureOfASecondOrderLeavesTheFirstAlone() {
        order();
        apply(begun(), rings(), failed());
        expireAfter(Duration.ofHours(1));
        apply(up());
        assertThat(told).containsExactly(new PbxEvent.LegRinging(LEG, AT), new PbxEvent.LegAnswered(LEG, AT));
    }

    @Test
    void aPhoneThatDoesNotRingInTimeIsGivenUpAndHungUp() {
        order();
        apply(begun());
        expireAfter(RING_WITHIN);
        assertThat(told).containsExactly(new PbxEvent.LegFailed(LEG, AT));
        assertThat(hungUp).containsExactly(LEG);
        apply(rings(), up(), gone(19));
        assertThat(told).hasSize(1);
    }

    @Test
    void aLegGivenUpWithoutAChannelIsHungUpWhenOneAppears() {
        order();
        expireAfter(RING_WITHIN);
        apply(begun());
        assertThat(hungUp).containsExactly(LEG, LEG);
        apply(failed());
        assertThat(calls.hasLegs()).isFalse();
        assertThat(told).containsExactly(new PbxEvent.LegFailed(LEG, AT));
    }

    @Test
    void eventsOutOfOrderNeverTakeALegBack() {
        order();
        apply(begun(), up(), rings(), up(), begun());
        assertThat(told).containsExactly(new PbxEvent.LegAnswered(LEG, AT));
    }

    @Test
    void whatNobodyKnowsIsNotTold() {
        apply(rings(), up(), gone(16), failed(), new Signal.LegOnHold(LEG, AT), new Signal.ChannelGone("9.9", 16, AT));
        assertThat(told).isEmpty();
    }

    @Test
    void holdIsToldOfAnsweredLegsOnly() {
        order();
        apply(begun(), rings(), new Signal.LegOnHold(LEG, AT), up(), new Signal.LegOnHold(LEG, AT));
        assertThat(told).last().isEqualTo(new PbxEvent.LegHeld(LEG, AT));
        assertThat(told).hasSize(3);
    }

    @Test
    void aSingleDifferenceIsAnEventOnItsWayAndTheSecondIsNot() {
        Picture picture = picture(List.of(), List.of(new LiveLeg(LEG, false, null)));
        assertThat(calls.compareWith(picture)).isEqualTo(LiveCalls.Difference.SEEN_ONCE);
        assertThat(calls.compareWith(picture(List.of(), List.of()))).isEqualTo(LiveCalls.Difference.NONE);
        assertThat(calls.compareWith(picture)).isEqualTo(LiveCalls.Difference.SEEN_ONCE);
        assertThat(calls.compareWith(picture)).isEqualTo(LiveCalls.Difference.SEEN_TWICE);
        assertThat(told)
                .allSatisfy(event ->
                        assertThat(((PbxEvent.Reconciled) event).legs()).isEmpty());
    }

    @Test
    void anAnswerThatNoEventToldIsADifference() {
        order();
        apply(begun(), rings());
        Picture picture = picture(List.of(), List.of(new LiveLeg(LEG, true, null)));
        calls.compareWith(picture);
        assertThat(calls.compareWith(picture)).isEqualTo(LiveCalls.Difference.SEEN_TWICE);
        told.clear();
        calls.replaceWith(picture);
        assertThat(told).last().isEqualTo(new PbxEvent.LegAnswered(LEG, AT));
    }

    @Test
    void aLegJustOrderedIsNotMissed() {
        order();
        assertThat(calls.compareWith(picture(List.of(), List.of()))).isEqualTo(LiveCalls.Difference.NONE);
        calls.replaceWith(picture(List.of(), List.of()));
        assertThat(told).noneMatch(PbxEvent.LegEnded.class::isInstance);
        apply(begun(), rings());
        assertThat(told).last().isEqualTo(new PbxEvent.LegRinging(LEG, AT));
    }

    @Test
    void aRefusedOrderCanBeGivenAgain() {
        order();
        assertThat(calls.begin(LEG, System.nanoTime())).isFalse();
        calls.forget(LEG);
        assertThat(calls.begin(LEG, System.nanoTime())).isTrue();
    }

    private void order() {
        assertThat(calls.begin(LEG, System.nanoTime())).isTrue();
    }

    private void apply(Signal... signals) {
        for (Signal signal : signals) {
            calls.apply(signal);
        }
    }

    private void expireAfter(Duration duration) {
        calls.expire(System.nanoTime() + duration.toNanos() + TimeUnit.SECONDS.toNanos(1), AT);
    }

    private static Picture picture(List<LiveCaller> callers, List<LiveLeg> legs) {
        return new Picture(new Picture.Run("epoch", "22.10.1"), callers, legs, Picture.Ids.NONE, AT);
    }

    private static Signal begun() {
        return new Signal.LegBegun(LEG, "PJSIP/agent-phone-00000001", AT);
    }

    private static Signal rings() {
        return new Signal.LegRings(LEG, AT);
    }

    private static Signal up() {
        return new Signal.LegUp(LEG, AT);
    }

    private static Signal gone(int cause) {
        return new Signal.ChannelGone(LEG, cause, AT);
    }

    private static Signal failed() {
        return new Signal.OriginateFailed(LEG, AT);
    }
}
