package org.kezheng.platform.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.journal.ContactExplanation;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.acd.journal.Explanations;
import org.kezheng.acd.journal.SnapshotFault;
import org.kezheng.acd.journal.Verification;
import org.kezheng.platform.calls.ExplanationSentences;
import org.kezheng.platform.calls.WaitingSentences;

/// Explains a contact from the journal alone, proves that the journal gives the same events again, or tries what would
/// have been otherwise.
public final class Replay {
    private Replay() {}

    private static final String WITHOUT_CHOSEN = "without-chosen";

    static void main(String[] arguments) {
        Command.exit(out -> {
            Arguments given = new Arguments(
                    arguments, Set.of("--properties", "--call", "--what-if", "--day"), Set.of("--verify", "--json"));
            Properties settings = given.settings();
            Path data = Path.of(settings.getProperty("kezheng.data-dir", "."));
            Path journal = data.resolve("journal");
            String whatIf = given.find("--what-if").orElse("");
            if (given.has("--verify")) {
                return verify(journal, out);
            }
            if (whatIf.equals(WITHOUT_CHOSEN)) {
                return WhatIfReplay.withoutTheChosen(journal, call(given), out);
            }
            if (!whatIf.isEmpty() && given.find("--call").isPresent()) {
                throw new Arguments.UsageException(
                        "With --call, --what-if takes " + WITHOUT_CHOSEN + "; a file is asked about for a whole day");
            }
            if (!whatIf.isEmpty()) {
                ZoneId zone = ZoneId.of(settings.getProperty("kezheng.time-zone", "Asia/Shanghai"));
                return WhatIfReplay.ofDay(journal, zone, given.find("--day"), Path.of(whatIf), out);
            }
            return given.has("--json") ? explainAsData(journal, call(given), out) : explain(journal, call(given), out);
        });
    }

    static ExitCode verify(Path journal, PrintStream out) {
        Verification verified = Verification.of(journal);
        out.println("日志共 %d 条记录，回放结果逐一相同；状态摘要 %016x。".formatted(verified.lastPosition(), verified.digest()));
        out.println("The journal has %d records; replaying gives the same events; digest of the state %016x."
                .formatted(verified.lastPosition(), verified.digest()));
        if (verified.hasTornTail()) {
            out.println("末尾有一条未写完的记录，下次启动时截去。");
            out.println("An unfinished record follows them; the next start cuts it off.");
        }
        if (!verified.snapshots().isEmpty()) {
            out.println("快照 %d 份，与日志一致。".formatted(verified.snapshots().size()));
            out.println("Snapshots that agree with it: %d."
                    .formatted(verified.snapshots().size()));
        }
        return snapshotFaults(verified.snapshotFaults(), out);
    }

    /// The journal holds; a snapshot that is not what it gives is told all the same, for somebody has changed it.
    private static ExitCode snapshotFaults(List<SnapshotFault> faults, PrintStream out) {
        for (SnapshotFault fault : faults) {
            out.println(
                    fault.kind().isWrong()
                            ? "快照 %s 与日志不符（日志本身完好；删除该文件即可）。".formatted(fault.file())
                            : "快照 %s 由其他版本写成，未作比较。".formatted(fault.file()));
            out.println(fault + (fault.kind().isWrong() ? "; the journal holds, delete the file" : "; not compared"));
        }
        return faults.stream().anyMatch(fault -> fault.kind().isWrong()) ? ExitCode.DISPROVED : ExitCode.HOLDS;
    }

    static ExitCode explain(Path journal, ContactId contact, PrintStream out) {
        ContactExplanation told = Explanations.ofContact(journal, contact);
        if (told.offers().isEmpty() && told.waiting().isEmpty()) {
            out.println("联络 %d：日志中没有分配。".formatted(contact.value()));
            out.println("Contact %d: the journal has no offer of it.".formatted(contact.value()));
            return ExitCode.DISPROVED;
        }
        for (Explanation explanation : told.offers()) {
            out.println("#" + explanation.position());
            out.println("  " + ExplanationSentences.byNumber().chinese(explanation));
            out.println("  " + ExplanationSentences.byNumber().english(explanation));
            requirement(explanation, out);
        }
        told.waiting().ifPresent(grounds -> {
            out.println("  " + WaitingSentences.byNumber().chinese(grounds));
            out.println("  " + WaitingSentences.byNumber().english(grounds));
        });
        return ExitCode.HOLDS;
    }

    static ExitCode explainAsData(Path journal, ContactId contact, PrintStream out) {
        ContactExplanation told = Explanations.ofContact(journal, contact);
        out.println(ReplayJson.of(contact, told));
        return told.offers().isEmpty() && told.waiting().isEmpty() ? ExitCode.DISPROVED : ExitCode.HOLDS;
    }

    private static void requirement(Explanation explanation, PrintStream out) {
        if (explanation.requirement().isEmpty()) {
            return;
        }
        out.println("  第%d层级的要求：%s。".formatted(explanation.ring(), skills(explanation, "技能%d不低于%d级", "，")));
        out.println("  Required in ring %d: %s."
                .formatted(explanation.ring(), skills(explanation, "skill %d at level %d or above", ", ")));
    }

    private static String skills(Explanation explanation, String words, String between) {
        return explanation.requirement().stream()
                .map(skill -> words.formatted(skill.skill().value(), skill.minimumLevel()))
                .collect(Collectors.joining(between));
    }

    private static ContactId call(Arguments given) {
        try {
            return new ContactId(Long.parseLong(given.require("--call")));
        } catch (IllegalArgumentException notAnId) {
            throw new Arguments.UsageException("--call takes a call's id: a positive whole number");
        }
    }
}
