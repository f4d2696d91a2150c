package org.kezheng.platform.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.journal.Alternative;
import org.kezheng.acd.journal.WhatIf;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.EngineConfiguration;
import org.kezheng.platform.directory.RefusedConfiguration;
import org.kezheng.platform.directory.SelfTest;
import org.kezheng.platform.whatif.WhatIfDay;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.json.JsonMapper;

/// What would have been otherwise: a decision without who was chosen, a day under other rules.
final class WhatIfReplay {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private WhatIfReplay() {}

    /// Holds when every decision goes to the runner-up that its explanation names.
    static ExitCode withoutTheChosen(Path journal, ContactId contact, PrintStream out) {
        List<Alternative> alternatives = WhatIf.withoutTheChosen(journal, contact);
        if (alternatives.isEmpty()) {
            out.println("联络 %d：日志中没有可以另选的分配。".formatted(contact.value()));
            out.println("Contact %d: the journal has no decision of it that was a choice.".formatted(contact.value()));
            return ExitCode.DISPROVED;
        }
        for (Alternative alternative : alternatives) {
            out.println("#" + alternative.explanation().position());
            out.println("  " + chinese(alternative));
            out.println("  " + english(alternative));
        }
        return alternatives.stream().allMatch(Alternative::isAsNamed) ? ExitCode.HOLDS : ExitCode.DISPROVED;
    }

    private static String chinese(Alternative alternative) {
        int chosen = alternative.explanation().winner().value();
        String named = alternative.isAsNamed() ? "，与解释所列一致。" : "，与解释所列不一致！";
        if (alternative.explanation().rule() == RuleId.FIRST_WAITING) {
            return alternative.contact() == 0
                    ? "若无该联络，坐席%d号将继续空闲%s".formatted(chosen, named)
                    : "若无该联络，坐席%d号将接联络%d%s".formatted(chosen, alternative.contact(), named);
        }
        return alternative.agent().isPresent()
                ? "若无坐席%d号，将派给坐席%d号%s".formatted(chosen, alternative.agent().getAsInt(), named)
                : "若无坐席%d号，该联络将继续等待%s".formatted(chosen, named);
    }

    private static String english(Alternative alternative) {
        int chosen = alternative.explanation().winner().value();
        String named = alternative.isAsNamed() ? ", as the explanation says." : ", other than the explanation says!";
        if (alternative.explanation().rule() == RuleId.FIRST_WAITING) {
            return alternative.contact() == 0
                    ? "Without this contact, agent no. %d would have stayed free%s".formatted(chosen, named)
                    : "Without this contact, agent no. %d would have got contact %d%s"
                            .formatted(chosen, alternative.contact(), named);
        }
        return alternative.agent().isPresent()
                ? "Without agent no. %d, it would have gone to agent no. %d%s"
                        .formatted(chosen, alternative.agent().getAsInt(), named)
                : "Without agent no. %d, it would have gone on waiting%s".formatted(chosen, named);
    }

    static ExitCode ofDay(Path journal, ZoneId zone, Optional<String> day, Path file, PrintStream out) {
        Definition definition = SelfTest.within(read(file));
        Set<Integer> tests = definition.queues().stream()
                .filter(Definition.QueueEntry::test)
                .map(Definition.QueueEntry::id)
                .collect(Collectors.toSet());
        Optional<WhatIfDay> result;
        try {
            result = WhatIfDay.of(
                    journal,
                    zone,
                    day.map(WhatIfReplay::date),
                    queue -> !tests.contains(queue),
                    configuration(file, definition));
        } catch (RefusedConfiguration refused) {
            throw new Arguments.UsageException(file + " is refused: " + refused.getMessage());
        }
        if (result.isEmpty()) {
            out.println("该日没有接通的来电，无从推演。");
            out.println("No call was answered that day: there is nothing to model from.");
            return ExitCode.DISPROVED;
        }
        result.get().print(out);
        return ExitCode.HOLDS;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new Arguments.UsageException("--day takes a date such as 2026-11-24, not " + text);
        }
    }

    private static Definition read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Definition.class);
        } catch (NoSuchFileException missing) {
            throw new Arguments.UsageException("There is no file " + file);
        } catch (IOException unreadable) {
            throw new Arguments.UsageException(file + " cannot be read");
        } catch (JacksonException wrong) {
            throw new Arguments.UsageException(
                    "%s is no site definition (like site.json in the data directory): %s".formatted(file, told(wrong)));
        }
    }

    /// Of a member with a wrong value, its place: what the parser says of it names our classes.
    private static String told(JacksonException wrong) {
        return wrong instanceof MismatchedInputException mismatch
                        && !(wrong instanceof PropertyBindingException)
                        && !mismatch.getPath().isEmpty()
                ? mismatch.getPath().stream()
                                .map(WhatIfReplay::place)
                                .collect(Collectors.joining())
                                .substring(1) + " has a value of another kind"
                : wrong.getOriginalMessage();
    }

    private static String place(JacksonException.Reference part) {
        return part.getPropertyName() == null ? "[" + part.getIndex() + "]" : "." + part.getPropertyName();
    }

    private static Configuration configuration(Path file, Definition definition) {
        try {
            return EngineConfiguration.of(definition);
        } catch (IllegalArgumentException wrong) {
            throw new Arguments.UsageException(file + ": " + wrong.getMessage());
        }
    }
}
