package org.kezheng.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.evidence.measures.Quantity;

final class LiveModelTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-11-23T15:59:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ContactId CALL = new ContactId(7);
    private static final AgentId CHEN = new AgentId(2001);
    private static final AgentId LI = new AgentId(2002);
    private static final QueueId SUPPORT = new QueueId(1);

    private final LiveModel model = new LiveModel(new MeasureScope(SHANGHAI, Set.of(), Set.of()));
    private long position;

    @Test
    void aWaitingContactIsCountedUntilItIsAnswered() {
        arrives();
        assertThat(model.queue(1).waiting).containsOnlyKeys(7L);
        rings(CHEN, 1);
        assertThat(model.queue(1).waiting).containsOnlyKeys(7L);
        answers(CHEN, 1);
        assertThat(model.queue(1).waiting).isEmpty();
        assertThat(figures(TODAY)).containsExactly(1L, 1L, 0L);
        assertThat(contact().stage).isEqualTo(LiveContact.Stage.TALKING);
        assertThat(contact().agent).isEqualTo(2001);
    }

    @Test
    void aDeclinedOfferPutsTheContactBackAndRemembersWhoLostIt() {
        arrives();
        rings(CHEN, 1);
        record(
                5,
                new Event.OfferEnded(new OfferId(1), CALL, CHEN, OfferOutcome.DECLINED),
                state(CHEN, AgentState.RINGING, AgentState.READY, 0),
                new Event.ContactRequeued(CALL));
        assertThat(contact().stage).isEqualTo(LiveContact.Stage.WAITING);
        assertThat(contact().agent).isZero();
        assertThat(contact().formerAgent).isEqualTo(2001);
        rings(LI, 2);
        assertThat(contact().agent).isEqualTo(2002);
        assertThat(figures(TODAY)).containsExactly(1L, 0L, 0L);
    }

    @Test
    void anAbandonedContactIsGoneAtOnce() {
        arrives();
        LiveModel.Changes changes = record(9, new Event.ContactEnded(CALL, ContactOutcome.ABANDONED));
        assertThat(model.contacts()).isEmpty();
        assertThat(changes.gone).containsOnlyKeys(7L);
        assertThat(changes.contacts).isEmpty();
        assertThat(figures(TODAY)).containsExactly(1L, 0L, 1L);
    }

    @Test
    void anAnsweredContactStaysWithItsAgentUntilTheWrapUpEnds() {
        talks();
        record(
                40,
                new Event.ContactEnded(CALL, ContactOutcome.ANSWERED),
                state(CHEN, AgentState.TALKING, AgentState.WRAP_UP, 7));
        assertThat(contact().stage).isEqualTo(LiveContact.Stage.WRAP_UP);
        record(
                50,
                new Event.WrapUpEnded(CHEN, CALL, new DispositionCode("resolved")),
                state(CHEN, AgentState.WRAP_UP, AgentState.READY, 0));
        assertThat(model.contacts()).isEmpty();
    }

    @Test
    void theOrderOfTheEndsEventsDoesNotMatter() {
        talks();
        record(
                40,
                state(CHEN, AgentState.TALKING, AgentState.WRAP_UP, 7),
                new Event.ContactEnded(CALL, ContactOutcome.ANSWERED));
        assertThat(contact().stage).isEqualTo(LiveContact.Stage.WRAP_UP);
    }

    @Test
    void aContactLeavesTheDesksWithAnAgentWhoSignsOutBehindIt() {
        talks();
        record(
                40,
                new Event.ContactEnded(CALL, ContactOutcome.ANSWERED),
                state(CHEN, AgentState.TALKING, AgentState.SIGNED_OUT, 0));
        assertThat(model.contacts()).isEmpty();
    }

    @Test
    void handlingTimeIsTalkAndWrapUp() {
        talks();
        record(
                43,
                new Event.ContactEnded(CALL, ContactOutcome.ANSWERED),
                state(CHEN, AgentState.TALKING, AgentState.WRAP_UP, 7));
        record(
                50,
                new Event.WrapUpEnded(CHEN, CALL, DispositionCode.NONE),
                state(CHEN, AgentState.WRAP_UP, AgentState.READY, 0));
        // Answered at 3 s, talked until 43 s, wrapped up until 50 s.
        assertThat(model.figures().answeredBy(TODAY, 1, 2001)).isEqualTo(1);
        assertThat(model.figures().timeOf(TODAY, 2001, Quantity.TALKING_MICROS)
                        + model.figures().timeOf(TODAY, 2001, Quantity.WRAP_UP_MICROS))
                .isEqualTo(47_000_000);
    }

    @Test
    void aCallThatEndsAfterMidnightCountsOnTheDayOnWhichItCame() {
        arrives();
        record(70, new Event.ContactEnded(CALL, ContactOutcome.ABANDONED));
        assertThat(figures(TODAY)).containsExactly(1L, 0L, 1L);
        assertThat(figures(TODAY.plusDays(1))).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aHeldContactShowsAtItsAgent() {
        talks();
        LiveModel.Changes changes = record(10, new Event.ContactHeld(CALL));
        assertThat(contact().isHeld).isTrue();
        assertThat(changes.agents).containsExactly(2001);
        record(12, new Event.ContactResumed(CALL));
        assertThat(contact().isHeld).isFalse();
    }

    @Test
    void theChosenNextStateIsShownUntilTheCallIsOver() {
        talks();
        record(10, new Event.NextStateChosen(CHEN, AgentState.NOT_READY, new ReasonCode("break")));
        assertThat(agent().next).isEqualTo(AgentState.NOT_READY);
        record(11, new Event.NextStateChosen(CHEN, AgentState.READY, ReasonCode.NONE));
        assertThat(agent().next).isNull();
    }

    @Test
    void aTransferredCallStaysWhenItsFormerAgentIsThroughWithTheWrapUp() {
        talks();
        record(
                10,
                new Event.ContactTransferred(CALL, CHEN, SUPPORT, 0),
                state(CHEN, AgentState.TALKING, AgentState.WRAP_UP, 7));
        assertThat(contact().stage).isEqualTo(LiveContact.Stage.WAITING);
        LiveModel.Changes changes = record(
                12,
                new Event.WrapUpEnded(CHEN, CALL, new DispositionCode("resolved")),
                state(CHEN, AgentState.WRAP_UP, AgentState.READY, 0));
        assertThat(changes.gone).isEmpty();
        assertThat(contact().stage).isEqualTo(LiveContact.Stage.WAITING);
        assertThat(model.queue(SUPPORT.value()).waiting).containsKey(7L);
    }

    private List<Long> figures(LocalDate day) {
        return Stream.of(Quantity.OFFERED, Quantity.ANSWERED, Quantity.ABANDONED)
                .map(quantity -> model.figures().ofQueue(day, 1, 1, quantity))
                .toList();
    }

    private void talks() {
        arrives();
        rings(CHEN, 1);
        answers(CHEN, 1);
    }

    private void arrives() {
        record(0, new Event.ContactQueued(CALL, new ClientId(1), SUPPORT, 1));
    }

    private void rings(AgentId agent, long offer) {
        record(
                1,
                new Event.OfferMade(new OfferId(offer), CALL, agent, RuleId.LONGEST_IDLE, 1),
                state(agent, AgentState.READY, AgentState.RINGING, 7));
    }

    private void answers(AgentId agent, long offer) {
        record(
                3,
                new Event.OfferEnded(new OfferId(offer), CALL, agent, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CALL, new OfferId(offer), agent),
                state(agent, AgentState.RINGING, AgentState.TALKING, 7));
    }

    private static Event state(AgentId agent, AgentState from, AgentState to, long contact) {
        return new Event.AgentStateChanged(agent, from, to, ReasonCode.NONE, contact);
    }

    private LiveModel.Changes record(long seconds, Event... events) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, START.plusSeconds(seconds));
        position++;
        return model.apply(new JournalRecord(position, now, CommandId.random(), new Command.Tick(), List.of(events)));
    }

    private LiveContact contact() {
        return model.contact(7).orElseThrow();
    }

    private LiveAgent agent() {
        return model.agent(2001).orElseThrow();
    }
}
