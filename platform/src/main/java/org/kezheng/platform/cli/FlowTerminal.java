package org.kezheng.platform.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.Interpreter;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.SecretDigits;
import org.kezheng.platform.flows.Task;
import org.kezheng.platform.flows.Turn;
import org.kezheng.platform.flows.file.Catalogue;

/// A flow without a telephone: what would be said is printed, keys come from whoever sits there.
final class FlowTerminal {
    private static final int MAX_TURNS = 1_000;

    private final Flow flow;
    private final Interpreter interpreter;
    private final Keys keys;
    private final FlowTerms terms;
    private Flow.Language language;

    FlowTerminal(Flow flow, HolidayCalendar holidays, Keys keys, FlowTerms terms) {
        this.flow = flow;
        this.interpreter = new Interpreter(flow, holidays);
        this.keys = keys;
        this.terms = terms;
        this.language = flow.languages().getFirst();
    }

    /// Where keys come from: each line, or each word, is what is pressed at one step; an empty one is silence.
    @FunctionalInterface
    interface Keys {
        /// The keys of the next step; null when there are no more.
        @Nullable
        String next() throws IOException;

        static Keys typed(String words) {
            Queue<String> left = new ArrayDeque<>(Arrays.asList(words.trim().split("\\s+", -1)));
            return () -> {
                String word = left.poll();
                return "-".equals(word) ? "" : word;
            };
        }

        static Keys asked(BufferedReader lines) {
            return lines::readLine;
        }
    }

    /// Goes through the flow until it ends, or keys do.
    ///
    /// @return whether the flow came to an end, or to a person
    boolean run(Set<Fact> facts, Instant now, String secret, PrintStream out) throws IOException {
        Turn turn = interpreter.begin(facts, now);
        for (int turns = 0; turns < MAX_TURNS; turns++) {
            notes(turn, out);
            if (turn.task() instanceof Task.End end && end.prompts().isEmpty()) {
                out.println(terms.of("—— 挂机", "-- the call ends"));
                return true;
            }
            language = Objects.requireNonNullElse(
                    turn.state().language(), flow.languages().getFirst());
            Task.Outcome outcome = perform(turn.task(), secret, out);
            if (outcome == null) {
                return turn.task() instanceof Task.Wait;
            }
            turn = interpreter.next(turn.state(), outcome, now);
        }
        return false;
    }

    private void notes(Turn turn, PrintStream out) {
        for (Task.Note note : turn.notes()) {
            switch (note) {
                case Task.Note.Entered(var node) -> out.println("[" + node + "]");
                case Task.Note.NoticeHeard(var version) ->
                    out.println(terms.of("　· 已告知录音，文本 ", "  · recording notice heard, text ") + version);
                case Task.Note.RecordingRefused _ -> out.println(terms.of("　· 不录音", "  · not recorded"));
                case Task.Note.Scored(var version, var question, var score) ->
                    out.println(terms.of("　· 评价 ", "  · score ") + version + " " + question + " = " + score);
                case Task.Note.Compared(var isRight) ->
                    out.println(
                            isRight ? terms.of("　· 核身通过", "  · verified") : terms.of("　· 核身未通过", "  · not verified"));
                case Task.Note.HolidaysUnknown _ ->
                    out.println(terms.of(
                            "　· 该年份没有节假日数据，只按每周时间判断", "  · no holidays are known for this year; weekly hours decide"));
                case Task.Note.LanguageChosen(var language) ->
                    out.println(terms.of("　· 语言 ", "  · language ") + language);
                case Task.Note.TurnedAway _ -> out.println(terms.of("　· 按骚扰来电结束", "  · turned away as a nuisance"));
                case Task.Note.PlaceKept _ -> out.println(terms.of("　· 已登记回电", "  · to be called back"));
                case Task.Note.MessageLeft _ -> out.println(terms.of("　· 已留言", "  · a message was left"));
                case Task.Note.TooManySteps _ ->
                    out.println(terms.of("　· 步数过多，转人工", "  · too many steps, to a person"));
            }
        }
    }

    private Task.@Nullable Outcome perform(Task task, String secret, PrintStream out) throws IOException {
        return switch (task) {
            case Task.Say(var prompts) -> {
                say(prompts, out);
                yield new Task.Outcome.Done();
            }
            case Task.End(var prompts) -> {
                say(prompts, out);
                yield new Task.Outcome.Done();
            }
            case Task.Ask(var prompts, var entry, var _) -> {
                say(prompts, out);
                yield asked(entry, out);
            }
            case Task.Compare(var digits) ->
                new Task.Outcome.Compared(!secret.isEmpty() && digits.digits().equals(secret));
            case Task.Wait(var _, var node) -> waiting(node, out);
            case Task.KeepPlace(var queue) -> {
                out.println(terms.of("　→ 保留排队位置，回电：", "  -> the place is kept, call back: ") + queue);
                yield new Task.Outcome.Done();
            }
            case Task.TakeMessage(var prompts, var queue, var seconds) -> {
                say(prompts, out);
                out.println(terms.of("　→ 留言，最长 %d 秒：", "  -> a message, at most %d seconds: ")
                                .formatted(seconds)
                        + queue);
                yield new Task.Outcome.Done();
            }
        };
    }

    private Task.@Nullable Outcome asked(Node.Entry entry, PrintStream out) throws IOException {
        String typed = pressed(out);
        if (typed == null) {
            return null;
        }
        Character end = entry.terminator();
        int ends = end == null ? -1 : typed.indexOf(end);
        String digits = ends < 0 ? typed : typed.substring(0, ends);
        String taken = digits.substring(0, Math.min(digits.length(), entry.max()));
        return taken.isEmpty() && ends < 0
                ? new Task.Outcome.Nothing()
                : new Task.Outcome.Entered(new SecretDigits(taken), ends < 0 ? null : end);
    }

    private Task.@Nullable Outcome waiting(Node.Queue node, PrintStream out) throws IOException {
        out.println(terms.of("　→ 排队等人工：", "  -> waits for a person: ") + node.queue());
        if (node.callback() == null && node.exit() == null && node.afterTalk() == null) {
            return null;
        }
        if (node.afterTalk() != null) {
            out.println(terms.of("　（输入 t 表示通话结束）", "  (t: the talk is over)"));
        }
        String typed = pressed(out);
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        return typed.equals("t") ? new Task.Outcome.TalkEnded() : new Task.Outcome.Pressed(typed.charAt(0));
    }

    private @Nullable String pressed(PrintStream out) throws IOException {
        out.print(terms.of("　按键> ", "  keys> "));
        String typed = keys.next();
        out.println(typed == null ? "" : "*".repeat(typed.length()));
        return typed;
    }

    private void say(List<String> prompts, PrintStream out) {
        for (String name : prompts) {
            Flow.Prompt prompt =
                    flow.prompts().getOrDefault(name, Catalogue.prompts().get(name));
            String text = prompt == null ? null : prompt.text(language);
            out.println("　“" + Objects.requireNonNullElse(text, name) + "”");
        }
    }
}
