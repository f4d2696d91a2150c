package org.kezheng.platform.flows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.calendar.HolidayCalendar;

/// Leads callers through one checked flow. The same state, outcome and instant give the same turn.
public final class Interpreter {
    /// The prompt that whoever is turned away hears.
    public static final String TURNED_AWAY = "turned-away";

    /// The key that leads to a person from everywhere.
    static final char PERSON_KEY = '0';

    private final Flow flow;
    private final HolidayCalendar holidays;

    public Interpreter(Flow flow, HolidayCalendar holidays) {
        this.flow = flow;
        this.holidays = holidays;
    }

    /// A caller comes in.
    public Turn begin(Set<Fact> facts, Instant now) {
        return enter(FlowState.at(flow.start(), facts), now, new ArrayList<>());
    }

    /// A caller comes in who has chosen a language before; one that the flow does not speak changes nothing.
    public Turn begin(Set<Fact> facts, Flow.@Nullable Language language, Instant now) {
        FlowState state = FlowState.at(flow.start(), facts);
        return language != null && flow.languages().contains(language)
                ? enter(state.speaking(language), now, new ArrayList<>())
                : enter(state, now, new ArrayList<>());
    }

    /// A caller who was in a flow before, of which nothing else is known any more, goes on to a person.
    public Turn beginAtPerson(Set<Fact> facts, Instant now) {
        return enter(FlowState.at(flow.person(), facts), now, new ArrayList<>());
    }

    /// A caller of whom only the bookmark is left goes on at that node, from its beginning; one whose flow has changed
    /// meanwhile goes on to a person or, when nobody is there, begins anew.
    public Turn resume(Bookmark bookmark, Instant now) {
        if (bookmark.isIn(flow)) {
            return enter(bookmark.state(), now, new ArrayList<>());
        }
        return bookmark.isAfterHours() ? begin(bookmark.facts(), now) : beginAtPerson(bookmark.facts(), now);
    }

    /// The state of a caller who is at that node now and stays there; empty when the flow has changed.
    public Optional<FlowState> stateAt(Bookmark bookmark) {
        return bookmark.isIn(flow) ? Optional.of(bookmark.state()) : Optional.empty();
    }

    /// A caller is turned away before the flow begins; there is nothing behind what is said.
    public Turn turnAway(Set<Fact> facts) {
        return new Turn(
                FlowState.at(flow.start(), facts),
                new Task.End(List.of(TURNED_AWAY)),
                List.of(new Task.Note.TurnedAway()));
    }

    /// A talk is over, and the caller goes on at that node.
    public Turn beginAfterTalk(String node, Set<Fact> facts, Instant now) {
        return enter(FlowState.at(node, facts).afterHours(), now, new ArrayList<>());
    }

    /// The line has done what it was told.
    public Turn next(FlowState state, Task.Outcome outcome, Instant now) {
        List<Task.Note> notes = new ArrayList<>();
        Node node = flow.node(state.nodeName());
        return switch (node) {
            case Node.Announce announce -> said(state, outcome, announce.next(), new Moment(now, notes));
            case Node.Notice notice -> noticed(state, notice, outcome, new Moment(now, notes));
            case Node.Menu menu -> chosen(state, menu, outcome, new Moment(now, notes));
            case Node.Digits digits -> entered(state, digits, outcome, new Moment(now, notes));
            case Node.Verify verify -> verified(state, verify, outcome, new Moment(now, notes));
            case Node.Queue queue -> waited(state, queue, outcome, new Moment(now, notes));
            case Node.Callback(var _, var ways) -> {
                noteIfDone(outcome, new Task.Note.PlaceKept(), notes);
                yield go(state, way(ways, outcome), new Moment(now, notes));
            }
            case Node.Voicemail voicemail -> {
                noteIfDone(outcome, new Task.Note.MessageLeft(voicemail.queue()), notes);
                yield go(state, voicemail.next(), new Moment(now, notes));
            }
            case Node.Survey survey -> scored(state, survey, outcome, new Moment(now, notes));
            case Node.HangUp hangUp -> ended(state, outcome, new Moment(now, notes));
            case Node.Hours hours -> enter(state, now, notes);
            case Node.Branch branch -> enter(state, now, notes);
            case Node.Speak speak -> enter(state, now, notes);
            case Node.Go go -> enter(state, now, notes);
        };
    }

    private record Moment(Instant now, List<Task.Note> notes) {}

    private Turn said(FlowState state, Task.Outcome outcome, String next, Moment moment) {
        return isWishForPerson(state, outcome) ? toPerson(state, moment) : go(state, next, moment);
    }

    private static void noteIfDone(Task.Outcome outcome, Task.Note note, List<Task.Note> notes) {
        if (outcome instanceof Task.Outcome.Done) {
            notes.add(note);
        }
    }

    private static String way(Node.Ways ways, Task.Outcome outcome) {
        return outcome instanceof Task.Outcome.Done ? ways.next() : ways.otherwise();
    }

    private Turn ended(FlowState state, Task.Outcome outcome, Moment moment) {
        return isWishForPerson(state, outcome)
                ? toPerson(state, moment)
                : new Turn(state, new Task.End(List.of()), moment.notes());
    }

    private static boolean isWishForPerson(FlowState state, Task.Outcome outcome) {
        return outcome instanceof Task.Outcome.Pressed(char key) && key == PERSON_KEY && !state.isAfterHours();
    }

    private Turn noticed(FlowState state, Node.Notice notice, Task.Outcome outcome, Moment moment) {
        moment.notes().add(new Task.Note.NoticeHeard(notice.textVersion()));
        Character refusalKey = notice.refusalKey();
        if (refusalKey != null && outcome instanceof Task.Outcome.Pressed(char key) && key == refusalKey) {
            moment.notes().add(new Task.Note.RecordingRefused(notice.textVersion()));
            return go(state.with(Fact.RECORDING_REFUSED), notice.next(), moment);
        }
        return said(state, outcome, notice.next(), moment);
    }

    private Turn chosen(FlowState state, Node.Menu menu, Task.Outcome outcome, Moment moment) {
        String digits = outcome instanceof Task.Outcome.Entered(var entered, var _) ? entered.digits() : "";
        Character key = digits.isEmpty() ? null : digits.charAt(0);
        String way = key == null ? null : menu.options().get(key);
        if (way != null) {
            return go(state, way, moment);
        }
        if (key != null && key == PERSON_KEY && !state.isAfterHours()) {
            return toPerson(state, moment);
        }
        return again(state, menu.asking(), menu.otherwise(), moment);
    }

    private Turn entered(FlowState state, Node.Digits node, Task.Outcome outcome, Moment moment) {
        SecretDigits digits = digitsOf(outcome);
        if (wantsPerson(state, node.entry(), digits)) {
            return toPerson(state, moment);
        }
        if (digits == null || !fits(node.entry(), digits)) {
            return again(state, node.asking(), node.ways().otherwise(), moment);
        }
        FlowState kept = node.entry().isSecret() ? state.with(digits) : state.with(node.variable(), digits.digits());
        return go(kept, node.ways().next(), moment);
    }

    private Turn verified(FlowState state, Node.Verify node, Task.Outcome outcome, Moment moment) {
        if (outcome instanceof Task.Outcome.Compared(boolean isRight)) {
            moment.notes().add(new Task.Note.Compared(isRight));
            return isRight
                    ? go(state.with(Fact.VERIFIED), node.ways().next(), moment)
                    : again(state, node.asking(), node.ways().otherwise(), moment);
        }
        SecretDigits digits = digitsOf(outcome);
        if (wantsPerson(state, node.entry(), digits)) {
            return toPerson(state, moment);
        }
        if (digits == null || !fits(node.entry(), digits)) {
            return again(state, node.asking(), node.ways().otherwise(), moment);
        }
        return new Turn(state, new Task.Compare(digits), moment.notes());
    }

    private Turn waited(FlowState state, Node.Queue node, Task.Outcome outcome, Moment moment) {
        if (outcome instanceof Task.Outcome.Pressed(char key)) {
            Node.Way callback = node.callback();
            Node.Way exit = node.exit();
            if (callback != null && callback.key() == key) {
                return go(state, callback.next(), moment);
            }
            if (exit != null && exit.key() == key) {
                return go(state, exit.next(), moment);
            }
        }
        String afterTalk = node.afterTalk();
        if (outcome instanceof Task.Outcome.TalkEnded) {
            return afterTalk == null
                    ? new Turn(state, new Task.End(List.of()), moment.notes())
                    : go(state.afterHours(), afterTalk, moment);
        }
        return new Turn(state, new Task.Wait(state.nodeName(), node), moment.notes());
    }

    private Turn scored(FlowState state, Node.Survey survey, Task.Outcome outcome, Moment moment) {
        Node.Question question = survey.questions().get(state.question());
        SecretDigits digits = digitsOf(outcome);
        char key = digits == null || digits.digits().isEmpty()
                ? ' '
                : digits.digits().charAt(0);
        boolean isScore = key >= question.lowest() && key <= question.highest();
        if (!isScore && key == PERSON_KEY && !state.isAfterHours()) {
            return toPerson(state, moment);
        }
        if (!isScore && state.triesUsed() + 1 < Node.Asking.USUAL.tries()) {
            return new Turn(state.triedAgain(), ask(question), moment.notes());
        }
        if (isScore) {
            moment.notes().add(new Task.Note.Scored(survey.surveyVersion(), question.code(), key - '0'));
        }
        int next = state.question() + 1;
        return next < survey.questions().size()
                ? new Turn(state.asked(next), ask(survey.questions().get(next)), moment.notes())
                : go(state, survey.next(), moment);
    }

    private Turn again(FlowState state, Node.Asking asking, String otherwise, Moment moment) {
        FlowState tried = state.triedAgain();
        return tried.triesUsed() < asking.tries()
                ? stop(tried, flow.node(tried.nodeName()), moment)
                : go(tried, otherwise, moment);
    }

    /// By the key that leads there, and no node's own.
    private Turn toPerson(FlowState state, Moment moment) {
        Turn turn = go(state, flow.person(), moment);
        return new Turn(turn.state(), turn.task(), turn.notes(), true);
    }

    private Turn go(FlowState state, String next, Moment moment) {
        return enter(state.movedTo(next), moment.now(), moment.notes());
    }

    /// Goes on through nodes that need nothing of the line. A checked flow has no loop without one that does.
    private Turn enter(FlowState from, Instant now, List<Task.Note> notes) {
        FlowState state = from;
        Node node = flow.node(state.nodeName());
        notes.add(new Task.Note.Entered(state.nodeName()));
        while (!needsLine(node)) {
            state = passed(state, node, now, notes);
            node = flow.node(state.nodeName());
            notes.add(new Task.Note.Entered(state.nodeName()));
        }
        return stop(state, node, new Moment(now, notes));
    }

    private static boolean needsLine(Node node) {
        return switch (node) {
            case Node.Hours _, Node.Branch _, Node.Speak _, Node.Go _ -> false;
            case Node.Announce _, Node.Notice _, Node.Menu _, Node.Digits _, Node.Verify _ -> true;
            case Node.Queue _, Node.Callback _, Node.Voicemail _, Node.Survey _, Node.HangUp _ -> true;
        };
    }

    private FlowState passed(FlowState state, Node node, Instant now, List<Task.Note> notes) {
        return switch (node) {
            case Node.Hours hours -> hours(state, hours, now, notes);
            case Node.Branch branch ->
                state.movedTo(branch.cases().stream()
                        .filter(one -> holds(one.when(), state))
                        .map(Node.Case::next)
                        .findFirst()
                        .orElse(branch.otherwise()));
            case Node.Speak(var language, var next) -> {
                notes.add(new Task.Note.LanguageChosen(language.code()));
                yield state.speaking(language).movedTo(next);
            }
            case Node.Go(var next) -> state.movedTo(next);
            case Node.Announce _, Node.Notice _, Node.Menu _, Node.Digits _, Node.Verify _ -> state;
            case Node.Queue _, Node.Callback _, Node.Voicemail _, Node.Survey _, Node.HangUp _ -> state;
        };
    }

    private FlowState hours(FlowState state, Node.Hours node, Instant now, List<Task.Note> notes) {
        OpeningHours hours = flow.calendars().get(node.calendar());
        if (hours == null) {
            throw new IllegalStateException("A checked flow has each calendar that it names");
        }
        if (hours.followsHolidays() && !holidays.covers(now.atZone(hours.zone()).toLocalDate())) {
            notes.add(new Task.Note.HolidaysUnknown(node.calendar()));
        }
        return switch (hours.at(now, holidays)) {
            case OPEN -> state.movedTo(node.open());
            case CLOSED -> state.movedTo(node.closed()).afterHours();
            case HOLIDAY -> state.movedTo(node.holiday()).afterHours();
        };
    }

    private static boolean holds(Node.Condition condition, FlowState state) {
        return switch (condition) {
            case Node.Condition.Known(var fact) -> state.facts().contains(fact);
            case Node.Condition.Equals(var variable, var values) ->
                values.contains(state.variables().getOrDefault(variable, ""));
            case Node.Condition.StartsWith(var variable, var prefix) ->
                state.variables().getOrDefault(variable, "").startsWith(prefix);
        };
    }

    /// Stops at a node that needs the line, unless the flow has gone on for too long: then a person is the way out.
    private Turn stop(FlowState state, Node node, Moment moment) {
        if (state.steps() > flow.maxSteps() && !(node instanceof Node.Queue) && !(node instanceof Node.HangUp)) {
            moment.notes().add(new Task.Note.TooManySteps());
            return state.isAfterHours()
                    ? new Turn(state, new Task.End(List.of()), moment.notes())
                    : atPerson(state, moment);
        }
        return new Turn(state, task(state, node), moment.notes());
    }

    /// The person's node may be said something before; its first node that is a queue is taken at once.
    private Turn atPerson(FlowState state, Moment moment) {
        FlowState fresh = new FlowState(
                flow.person(), state.variables(), state.facts(), 0, 0, 0, false, state.secret(), state.language());
        return enter(fresh, moment.now(), moment.notes());
    }

    private static Task task(FlowState state, Node node) {
        return switch (node) {
            case Node.Announce announce -> new Task.Say(announce.say());
            case Node.Notice notice -> new Task.Say(notice.say());
            case Node.Menu menu ->
                new Task.Ask(
                        menu.say(),
                        new Node.Entry(1, 1, null, false, true),
                        menu.asking().timeoutSeconds());
            case Node.Digits digits ->
                new Task.Ask(digits.say(), digits.entry(), digits.asking().timeoutSeconds());
            case Node.Verify verify ->
                new Task.Ask(verify.say(), verify.entry(), verify.asking().timeoutSeconds());
            case Node.Queue queue -> new Task.Wait(state.nodeName(), queue);
            case Node.Callback callback -> new Task.KeepPlace(callback.queue());
            case Node.Voicemail voicemail ->
                new Task.TakeMessage(voicemail.say(), voicemail.queue(), voicemail.maxSeconds());
            case Node.Survey survey -> ask(survey.questions().getFirst());
            case Node.HangUp hangUp -> new Task.End(hangUp.say());
            case Node.Hours _, Node.Branch _, Node.Speak _, Node.Go _ ->
                throw new IllegalStateException("Such a node needs nothing of the line");
        };
    }

    private static Task ask(Node.Question question) {
        return new Task.Ask(
                question.say(), new Node.Entry(1, 1, null, false, true), Node.Asking.USUAL.timeoutSeconds());
    }

    private static @Nullable SecretDigits digitsOf(Task.Outcome outcome) {
        return outcome instanceof Task.Outcome.Entered(var digits, var _) ? digits : null;
    }

    private static boolean wantsPerson(FlowState state, Node.Entry entry, @Nullable SecretDigits digits) {
        return digits != null
                && !entry.isZeroInput()
                && !state.isAfterHours()
                && digits.digits().equals(String.valueOf(PERSON_KEY));
    }

    private static boolean fits(Node.Entry entry, SecretDigits digits) {
        int length = digits.digits().length();
        return length >= entry.min() && length <= entry.max();
    }
}
