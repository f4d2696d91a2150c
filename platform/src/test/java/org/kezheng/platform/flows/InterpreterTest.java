package org.kezheng.platform.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.calendar.site.CalendarFiles;
import org.kezheng.platform.flows.Task.Note;
import org.kezheng.platform.flows.Task.Outcome;
import org.kezheng.platform.flows.file.FlowReader;

final class InterpreterTest {
    private static final Instant WORKDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-27T14:00:00Z");

    private final Flow flow = Objects.requireNonNull(
            FlowReader.read(FlowExample.whole(), Set.of()).flow());
    private final Interpreter interpreter = new Interpreter(flow, CalendarFiles.shipped());

    @Test
    void aCallerHearsTheNoticeChoosesAndWaits() {
        Turn notice = interpreter.begin(Set.of(), WORKDAY);
        assertThat(notice.task()).isEqualTo(new Task.Say(List.of("recording-notice-choice")));

        Turn menu = interpreter.next(notice.state(), new Outcome.Done(), WORKDAY);
        assertThat(menu.notes()).contains(new Note.NoticeHeard("2026-03"));
        assertThat(menu.task()).isInstanceOf(Task.Ask.class);

        Turn queue = interpreter.next(menu.state(), entered("2"), WORKDAY);
        assertThat(queue.task())
                .isInstanceOfSatisfying(
                        Task.Wait.class, wait -> assertThat(wait.node().queue()).isEqualTo("support"));
    }

    @Test
    void zeroLeadsToAPersonFromEverySayingAndAsking() {
        Turn notice = interpreter.begin(Set.of(), WORKDAY);
        assertThat(interpreter
                        .next(notice.state(), new Outcome.Pressed('0'), WORKDAY)
                        .task())
                .isInstanceOf(Task.Wait.class);

        Turn menu = interpreter.next(notice.state(), new Outcome.Done(), WORKDAY);
        assertThat(interpreter.next(menu.state(), entered("0"), WORKDAY).task()).isInstanceOf(Task.Wait.class);

        Turn digits = interpreter.next(menu.state(), entered("1"), WORKDAY);
        assertThat(interpreter.next(digits.state(), entered("0"), WORKDAY).task())
                .isInstanceOf(Task.Wait.class);
    }

    @Test
    void zeroIsTheWishForAPersonWhereItIsNoOptionOfTheMenu() {
        Flow own = Objects.requireNonNull(FlowReader.read("""
                        {"schema": 1, "code": "own", "version": 1, "languages": ["zh"], "start": "menu", "person": "support",
                         "nodes": {
                           "menu": {"type": "menu", "say": ["welcome"], "options": {"0": "consult", "1": "score"}, "tries": 2,
                                    "otherwise": "support"},
                           "score": {"type": "survey", "surveyVersion": "s1", "next": "consult",
                                     "questions": [{"code": "service", "say": ["survey-question"]}]},
                           "support": {"type": "queue", "queue": "support"},
                           "consult": {"type": "queue", "queue": "consult"}}}
                        """, Set.of()).flow());
        Interpreter way = new Interpreter(own, CalendarFiles.shipped());
        Turn menu = way.begin(Set.of(), WORKDAY);
        Turn option = way.next(menu.state(), entered("0"), WORKDAY);
        assertThat(option.isForPerson()).isFalse();
        assertThat(option.state().nodeName()).isEqualTo("consult");
        Turn survey = way.next(menu.state(), entered("1"), WORKDAY);
        assertThat(survey.isForPerson()).isFalse();
        Turn wish = way.next(survey.state(), entered("0"), WORKDAY);
        assertThat(wish.isForPerson()).isTrue();
        assertThat(wish.state().nodeName()).isEqualTo("support");
    }

    @Test
    void refusingTheRecordingBecomesAFact() {
        Turn notice = interpreter.begin(Set.of(), WORKDAY);

        Turn next = interpreter.next(notice.state(), new Outcome.Pressed('9'), WORKDAY);

        assertThat(next.state().facts()).containsExactly(Fact.RECORDING_REFUSED);
        assertThat(next.notes()).contains(new Note.RecordingRefused("2026-03"));
    }

    @Test
    void facts() {
        assertThat(afterNotice(Set.of(Fact.NUISANCE), WORKDAY).task()).isEqualTo(new Task.End(List.of("goodbye")));
        assertThat(afterNotice(Set.of(Fact.VIP), WORKDAY).task()).isInstanceOf(Task.Wait.class);
        assertThat(afterNotice(Set.of(), NIGHT).task()).isEqualTo(new Task.Say(List.of("closed")));
    }

    @Test
    void outOfHoursZeroLeadsNowhere() {
        Turn closed = afterNotice(Set.of(), NIGHT);

        Turn next = interpreter.next(closed.state(), new Outcome.Pressed('0'), NIGHT);

        assertThat(next.task()).isInstanceOf(Task.TakeMessage.class);
        assertThat(interpreter.next(next.state(), new Outcome.Done(), NIGHT).task())
                .isEqualTo(new Task.End(List.of("message-taken")));
    }

    @Test
    void triesAreLimited() {
        Turn turn = afterNotice(Set.of(), WORKDAY);
        turn = interpreter.next(turn.state(), new Outcome.Nothing(), WORKDAY);
        assertThat(turn.task()).isInstanceOf(Task.Ask.class);
        turn = interpreter.next(turn.state(), entered("7"), WORKDAY);
        assertThat(turn.task()).isInstanceOf(Task.Wait.class);
    }

    @Test
    void verificationIsComparedLimitedAndBecomesAFact() {
        Turn digits = interpreter.next(afterNotice(Set.of(), WORKDAY).state(), entered("1"), WORKDAY);
        Turn ask = interpreter.next(digits.state(), entered("880000"), WORKDAY);
        Turn compare = interpreter.next(ask.state(), entered("4321"), WORKDAY);
        assertThat(compare.task()).isEqualTo(new Task.Compare(new SecretDigits("4321")));

        Turn wrong = interpreter.next(compare.state(), new Outcome.Compared(false), WORKDAY);
        assertThat(wrong.notes()).contains(new Note.Compared(false));
        Turn right = interpreter.next(wrong.state(), new Outcome.Compared(true), WORKDAY);
        assertThat(right.state().facts()).contains(Fact.VERIFIED);

        Turn refused = interpreter.next(wrong.state(), new Outcome.Compared(false), WORKDAY);
        assertThat(refused.state().facts()).doesNotContain(Fact.VERIFIED);
        assertThat(refused.task()).isInstanceOf(Task.Wait.class);
    }

    @Test
    void secretsArePrintedByNothing() {
        Turn digits = interpreter.next(afterNotice(Set.of(), WORKDAY).state(), entered("1"), WORKDAY);
        Turn ask = interpreter.next(digits.state(), entered("880000"), WORKDAY);
        Turn compare = interpreter.next(ask.state(), entered("4321"), WORKDAY);

        assertThat(compare + " " + entered("4321")).doesNotContain("4321").doesNotContain("880000");
    }

    @Test
    void waitingHasItsKeysAndTheSurveyFollowsTheTalk() {
        Turn waits = afterNotice(Set.of(Fact.VIP), WORKDAY);

        Turn kept = interpreter.next(waits.state(), new Outcome.Pressed('1'), WORKDAY);
        assertThat(kept.task()).isEqualTo(new Task.KeepPlace("support"));
        assertThat(interpreter
                        .next(kept.state(), new Outcome.Nothing(), WORKDAY)
                        .task())
                .isEqualTo(new Task.Say(List.of("callback-impossible")));
        assertThat(interpreter.next(kept.state(), new Outcome.Done(), WORKDAY).task())
                .isEqualTo(new Task.End(List.of("callback-taken")));

        assertThat(interpreter
                        .next(waits.state(), new Outcome.Pressed('7'), WORKDAY)
                        .task())
                .isInstanceOf(Task.Wait.class);

        Turn first = interpreter.next(waits.state(), new Outcome.TalkEnded(), WORKDAY);
        Turn second = interpreter.next(first.state(), entered("4"), WORKDAY);
        assertThat(second.notes()).contains(new Note.Scored("s1", "service", 4));
        Turn end = interpreter.next(second.state(), entered("0"), WORKDAY);
        assertThat(end.notes()).contains(new Note.Scored("s1", "solved", 0));
        assertThat(end.task()).isEqualTo(new Task.End(List.of("survey-thanks")));
        assertThat(interpreter.next(end.state(), new Outcome.Done(), WORKDAY).task())
                .isEqualTo(new Task.End(List.of()));
    }

    @Test
    void whateverCallersPressEachReachesAnEndOrAPerson() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            Turn turn = interpreter.begin(random.nextBoolean() ? Set.of() : Set.of(Fact.KNOWN), WORKDAY);
            int turns = 0;
            List<String> path = new ArrayList<>();
            while (!isOver(turn.task())) {
                path.add(turn.state().nodeName());
                assertThat(turns++).as("turns of seed %d by %s", seed, path).isLessThan(2 * flow.maxSteps());
                turn = interpreter.next(turn.state(), anything(random), WORKDAY);
            }
        }
    }

    private static boolean isOver(Task task) {
        return task instanceof Task.Wait || task instanceof Task.End;
    }

    private static Outcome anything(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Outcome.Nothing();
            case 1 -> new Outcome.Done();
            case 2 -> new Outcome.Compared(random.nextBoolean());
            case 3 -> new Outcome.Pressed((char) ('1' + random.nextInt(9)));
            default -> entered(random.nextBoolean() ? "123456" : Integer.toString(1 + random.nextInt(9)));
        };
    }

    private Turn afterNotice(Set<Fact> facts, Instant now) {
        return interpreter.next(interpreter.begin(facts, now).state(), new Outcome.Done(), now);
    }

    private static Outcome entered(String digits) {
        return new Outcome.Entered(new SecretDigits(digits), null);
    }
}
