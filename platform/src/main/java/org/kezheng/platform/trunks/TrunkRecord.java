package org.kezheng.platform.trunks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kezheng.platform.callflow.TrunkPlan;
import org.kezheng.platform.callflow.TrunkUse;

/// What the trunks' log holds, one record a line: `milliseconds word what`. It holds no number and no call.
sealed interface TrunkRecord {
    /// A run of the platform begins, or writing works again: nothing is known of the time since the record
    /// before.
    record Begin() implements TrunkRecord {}

    /// What holds from now on.
    record Plan(List<Trunk> trunks) implements TrunkRecord {
        public Plan {
            trunks = List.copyOf(trunks);
        }

        static Plan of(TrunkPlan plan) {
            return new Plan(plan.lines().stream()
                    .map(line -> new Trunk(line.code(), line.capacity(), line.isInbound()))
                    .toList());
        }
    }

    /// A trunk as it was in force.
    record Trunk(String code, int capacity, boolean isInbound) {}

    /// Lines in use from now on, in the order of the plan.
    record Use(List<Lines> lines) implements TrunkRecord {
        public Use {
            lines = List.copyOf(lines);
        }

        static Use of(TrunkUse use) {
            return new Use(use.loads().stream()
                    .map(load -> new Lines(load.in(), load.out()))
                    .toList());
        }
    }

    /// Lines of one trunk.
    record Lines(int in, int out) {
        int all() {
            return in + out;
        }
    }

    /// The PBX cannot be vouched for from now on.
    record Unseen() implements TrunkRecord {}

    /// A call to the outside was begun by a trunk of the plan, counted from 0.
    record Begun(int trunk) implements TrunkRecord {}

    /// A call that was begun was not taken by the trunk.
    record NotTaken(int trunk) implements TrunkRecord {}

    /// A call was refused for no other reason than that no trunk could take it.
    record Blocked(String why) implements TrunkRecord {}

    /// All goes on as before.
    record Beat() implements TrunkRecord {}

    /// The platform ends in order.
    record End() implements TrunkRecord {}

    /// A record and when it was written.
    record Timed(Instant at, TrunkRecord record) {
        String line() {
            return at.toEpochMilli() + " " + text(record);
        }
    }

    private static String text(TrunkRecord record) {
        return switch (record) {
            case Begin begin -> "begin";
            case Plan(var trunks) ->
                "plan "
                        + trunks.stream()
                                .map(one ->
                                        one.code() + "," + one.capacity() + "," + (one.isInbound() ? "both" : "out"))
                                .collect(Collectors.joining(" "));
            case Use(var lines) ->
                "use " + lines.stream().map(one -> one.in() + "," + one.out()).collect(Collectors.joining(" "));
            case Unseen unseen -> "unseen";
            case Begun(var trunk) -> "begun " + trunk;
            case NotTaken(var trunk) -> "not-taken " + trunk;
            case Blocked(var why) -> "blocked " + why;
            case Beat beat -> "beat";
            case End end -> "end";
        };
    }

    /// Reads a line; empty: it is none of ours, as a torn one.
    static Optional<Timed> read(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        if (words.size() < 2) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochMilli(Long.parseLong(words.removeFirst()));
            return record(words.removeFirst(), words).map(record -> new Timed(at, record));
        } catch (NumberFormatException | IndexOutOfBoundsException torn) {
            return Optional.empty();
        }
    }

    private static Optional<TrunkRecord> record(String word, List<String> rest) {
        return Optional.ofNullable(
                switch (word) {
                    case "begin" -> new Begin();
                    case "plan" ->
                        new Plan(rest.stream().map(TrunkRecord::trunk).toList());
                    case "use" -> new Use(rest.stream().map(TrunkRecord::lines).toList());
                    case "unseen" -> new Unseen();
                    case "begun" -> new Begun(Integer.parseInt(rest.getFirst()));
                    case "not-taken" -> new NotTaken(Integer.parseInt(rest.getFirst()));
                    case "blocked" -> new Blocked(rest.getFirst());
                    case "beat" -> new Beat();
                    case "end" -> new End();
                    default -> null;
                });
    }

    private static Trunk trunk(String written) {
        List<String> parts = List.of(written.split(",", -1));
        return new Trunk(
                parts.getFirst(), Integer.parseInt(parts.get(1)), parts.get(2).equals("both"));
    }

    private static Lines lines(String written) {
        List<String> parts = List.of(written.split(",", -1));
        return new Lines(Integer.parseInt(parts.getFirst()), Integer.parseInt(parts.get(1)));
    }
}
