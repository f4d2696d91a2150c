package org.kezheng.evidence.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kezheng.evidence.claims.Claim.Words;

final class ClaimBoardTest {
    private static final Words WORDS = new Words("字", "words");
    private static final Claim LIVE = new Claim("live", Claim.Kind.LIVE, WORDS, "R4", "probe", 60, 90, WORDS);
    private static final Claim PAPER = new Claim("paper", Claim.Kind.DOCUMENT, WORDS, "R1", null, 0, 0, WORDS);

    private final SettableClock clock = new SettableClock();
    private final ClaimBoard board = new ClaimBoard(new Claims(List.of(LIVE, PAPER)), clock);

    @Test
    void nothingIsGreenBeforeItsProbeRan() {
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.UNPROVEN);
        assertThat(board.standing("live").why()).isEqualTo(Standing.Reason.NOT_RUN);
    }

    @Test
    void aClaimThatRestsOnADocumentIsNeverGreen() {
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        assertThat(board.standing("paper").state()).isEqualTo(Standing.State.DOCUMENT);
    }

    @Test
    void aRunThatHoldsProvesForTwoIntervals() {
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.GREEN);
        clock.forward(Duration.ofMinutes(2));
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.GREEN);
        clock.forward(Duration.ofMillis(1));
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.UNPROVEN);
        assertThat(board.standing("live").why()).isEqualTo(Standing.Reason.TOO_OLD);
    }

    @Test
    void whatIsDisprovedStaysRedUntilARunHolds() {
        board.accept(run(ProbeFinding.Outcome.DISPROVED, true));
        clock.forward(Duration.ofDays(1));
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.RED);
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.GREEN);
    }

    @Test
    void aProbeThatCouldNotRunProvesNothing() {
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        board.accept(run(ProbeFinding.Outcome.FAILED, true));
        assertThat(board.standing("live").why()).isEqualTo(Standing.Reason.COULD_NOT_RUN);
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.UNPROVEN);
    }

    @Test
    void aResultThatCouldNotBeKeptProvesNothingButStillDisproves() {
        board.accept(run(ProbeFinding.Outcome.HOLDS, false));
        assertThat(board.standing("live").why()).isEqualTo(Standing.Reason.NOT_KEPT);
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.UNPROVEN);
        board.accept(run(ProbeFinding.Outcome.DISPROVED, false));
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.RED);
    }

    @Test
    void withoutTheRecordsNothingStaysGreen() {
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        board.recordsAreAway();
        assertThat(board.standing("live").why()).isEqualTo(Standing.Reason.RECORDS_AWAY);
        board.recordsReachable(true);
        assertThat(board.standing("live").state()).isEqualTo(Standing.State.GREEN);
    }

    @Test
    void eachChangeIsToldOnceAndDatesTheStanding() {
        List<ClaimBoard.Change> changes = new ArrayList<>();
        board.onChange(changes::add);
        Instant start = clock.instant();
        assertThat(board.standing("live").since()).isEqualTo(start);
        clock.forward(Duration.ofSeconds(5));
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        clock.forward(Duration.ofSeconds(5));
        board.accept(run(ProbeFinding.Outcome.HOLDS, true));
        assertThat(changes)
                .containsExactly(new ClaimBoard.Change(
                        "live", Standing.State.UNPROVEN, Standing.State.GREEN, start.plusSeconds(5)));
        assertThat(board.standing("live").since()).isEqualTo(start.plusSeconds(5));
    }

    @Test
    void thePublishedClaimsAreWholeAndNoSentenceClaimsACertificate() {
        Claims published = Claims.published();
        assertThat(published.live()).isNotEmpty();
        assertThat(published.all()).anyMatch(claim -> claim.kind() == Claim.Kind.DOCUMENT);
        for (Claim claim : published.all()) {
            assertThat(claim.sentence().zh() + claim.mend().zh()).doesNotContain("认证通过", "已认证");
            assertThat(claim.sentence().en().toLowerCase(Locale.ROOT)).doesNotContain("certified");
        }
    }

    @Test
    void aLiveClaimNeedsAProbeAndTimeToRunIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim("x", Claim.Kind.LIVE, WORDS, "R4", null, 60, 90, WORDS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim("x", Claim.Kind.LIVE, WORDS, "R4", "probe", 60, 60, WORDS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim("x", Claim.Kind.DOCUMENT, WORDS, "R1", "probe", 0, 0, WORDS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Claims(List.of(LIVE, LIVE)));
    }

    private ProbeRun run(ProbeFinding.Outcome outcome, boolean isKept) {
        ProbeRun.@Nullable Link link = isKept ? new ProbeRun.Link(1, "aa", "00") : null;
        return new ProbeRun(
                "run",
                "probe",
                clock.instant(),
                clock.instant(),
                ProbeRun.Trigger.SCHEDULE,
                new ProbeFinding(outcome, List.of()),
                link);
    }
}
