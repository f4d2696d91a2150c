package org.kezheng.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.Steps;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.EngineConfiguration;
import org.kezheng.platform.directory.SelfTest;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class WhatIfReplayTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long NINE = Instant.parse("2026-11-24T01:00:00Z").getEpochSecond() * 1_000_000;
    private static final AgentId EXPERT = new AgentId(2001);
    private static final AgentId BEGINNER = new AgentId(2002);
    private static final int CALLS = 20;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparingLong(Plan::second));
    private Steps steps;

    private record Plan(long second, Command command) {}

    @TempDir
    Path directory;

    /// A call a minute, a talk of 80 s and 10 s of wrap-up, an expert who may serve them and a beginner who may
    /// not: those who wait for 100 s hang up.
    @BeforeEach
    void liveThroughAMorning() throws IOException {
        Path journal = directory.resolve("journal");
        try (Steps opened = Steps.open(HostSettings.standard(journal))) {
            steps = opened;
            at(-60, new Command.Configure(EngineConfiguration.of(SelfTest.within(definition(site(5))))));
            for (AgentId agent : new AgentId[] {EXPERT, BEGINNER, SelfTest.AGENT}) {
                at(-30, new Command.SignIn(agent));
                at(-30, new Command.MakeReady(agent));
            }
            morning();
            at(3_600, new Command.SignOut(EXPERT));
            at(3_600, new Command.SignOut(BEGINNER));
            steps.commit();
        }
    }

    @Test
    void theDifferenceThatAnotherConfigurationMakesIsReported() throws IOException {
        assertThat(ofDay(site(1))).isEqualTo(ExitCode.HOLDS);

        // 14 and 20 calls of 92 s each, of 3,630 s in which two people were there.
        assertThat(said())
                .contains("2026-11-24: as it went")
                .containsPattern("呼入 offered +20 +20 +20 +\\+0")
                .containsPattern("接通 answered +14 +14 +20 +\\+6")
                .containsPattern("放弃 abandoned +6 +6 +0 +-6")
                .containsPattern("服务水平 service level, % +5\\.0 +5\\.0 +100\\.0 +\\+95\\.0")
                .containsPattern("占用率 occupancy, % +17\\.7 +17\\.7 +25\\.3 ")
                .contains("推演假设");
    }

    /// Otherwise a day that is not over would have everybody idle until midnight.
    @Test
    void whoIsStillThereIsThereAsFarAsTheJournalReaches() throws IOException {
        try (Steps opened = Steps.open(HostSettings.standard(journal()))) {
            steps = opened;
            at(3_700, new Command.SignIn(EXPERT));
            at(3_700, new Command.MakeReady(EXPERT));
            at(3_800, new Command.SignIn(BEGINNER));
            steps.commit();
        }
        assertThat(ofDay(site(1))).isEqualTo(ExitCode.HOLDS);

        // 14 and 20 calls of 92 s each, of two people's 3,630 s and 100 s more of one.
        assertThat(said()).containsPattern("占用率 occupancy, % +17\\.5 +17\\.5 +25\\.0 ");
    }

    @Test
    void theSameConfigurationMakesNoDifference() throws IOException {
        assertThat(ofDay(site(5))).isEqualTo(ExitCode.HOLDS);

        assertThat(said()).doesNotContainPattern("[+-](?!0)\\d+(\\.\\d)?$").contains("+0.0");
    }

    @Test
    void aDayWithoutCallsSaysSo() throws IOException {
        assertThat(ofDay(site(1), Optional.of("2026-11-23"))).isEqualTo(ExitCode.DISPROVED);

        assertThat(said()).contains("No call was answered that day");
    }

    @ParameterizedTest
    @CsvSource({
        "'{', is no site definition",
        "'{\"version\":1}', '\"clients\" is missing'",
        "'{\"version\":1,\"clients\":[{\"id\":1},{\"id\":[]}]}', 'clients[1].id has a value of another kind'",
    })
    void aFileThatIsNoDefinitionIsNamed(String content, String words) {
        assertThatThrownBy(() -> ofDay(content))
                .isInstanceOf(Arguments.UsageException.class)
                .hasMessageContaining("other.json")
                .hasMessageContaining(words);
    }

    @Test
    void aMemberThatDoesNotExistIsNamed() {
        String wrong = site(1).replace("\"reasons\"", "\"strategy\": 1, \"reasons\"");
        assertThatThrownBy(() -> ofDay(wrong)).hasMessageContaining("strategy");
    }

    @Test
    void everyProblemOfTheConfigurationIsNamedAtOnce() {
        String wrong = site(1).replace("\"skill\": 1", "\"skill\": 7");
        assertThatThrownBy(() -> ofDay(wrong))
                .isInstanceOf(Arguments.UsageException.class)
                .hasMessageContaining("queue-skill-unknown (1, 7); ")
                .hasMessageContaining("agent-skill-unknown (2001, 7)")
                .hasMessageContaining("agent-skill-unknown (2002, 7)");
    }

    @Test
    void aStrategyThatDoesNotExistIsNamedWithThoseThatDo() {
        String wrong = site(1).replace(
                        "\"test\": false", "\"test\": false, \"routing\": {\"laterRings\": [], \"choice\": \"best\"}");
        assertThatThrownBy(() -> ofDay(wrong))
                .hasMessageContaining("routing.choice is longest-idle, best-match or least-overqualified, not best");
    }

    @Test
    void aFileThatIsNotThereAndADateThatIsNoneAreNamed() {
        Path missing = directory.resolve("missing.json");
        assertThatThrownBy(() -> WhatIfReplay.ofDay(journal(), ZONE, Optional.empty(), missing, out()))
                .hasMessageContaining("There is no file")
                .hasMessageContaining("missing.json");
        assertThatThrownBy(() -> ofDay(site(1), Optional.of("yesterday"))).hasMessageContaining("--day takes a date");
    }

    @Test
    void withoutTheChosenTheNamedRunnerUpIsChosen() {
        assertThat(WhatIfReplay.withoutTheChosen(journal(), new ContactId(1), out()))
                .isEqualTo(ExitCode.HOLDS);

        assertThat(said())
                .contains("若无坐席2001号，该联络将继续等待，与解释所列一致。")
                .contains("Without agent no. 2001, it would have gone on waiting, as the explanation says.");
    }

    @Test
    void withoutAContactTheAgentGetsTheNext() {
        assertThat(WhatIfReplay.withoutTheChosen(journal(), new ContactId(2), out()))
                .isEqualTo(ExitCode.HOLDS);

        assertThat(said())
                .contains("Without this contact, agent no. 2001 would have ")
                .contains("as the explanation says");
    }

    private void morning() {
        for (int call = 0; call < CALLS; call++) {
            ContactId contact = new ContactId(call + 1);
            plans.add(new Plan(60L * call, new Command.Arrive(contact, new ClientId(1), new QueueId(1))));
            plans.add(new Plan(60L * call + 100, new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP)));
        }
        for (Plan plan = plans.poll(); plan != null; plan = plans.poll()) {
            at(plan.second(), plan.command());
        }
    }

    /// An offer is answered after 2 s; who was answered does not hang up.
    private void at(long second, Command command) {
        long micros = NINE + second * 1_000_000;
        for (Event event :
                steps.apply(CommandId.random(), command, micros).receipt().events()) {
            switch (event) {
                case Event.OfferMade made -> plans.add(new Plan(second + 2, new Command.OfferAnswered(made.offer())));
                case Event.ContactAnswered answered -> {
                    plans.removeIf(plan -> plan.command() instanceof Command.Leave leave
                            && leave.contact().equals(answered.contact()));
                    plans.add(new Plan(second + 80, new Command.EndTalk(answered.contact())));
                }
                case Event.AgentStateChanged changed
                when changed.to() == AgentState.WRAP_UP ->
                    plans.add(new Plan(
                            second + 10,
                            new Command.CompleteWrapUp(
                                    changed.agent(), new ContactId(changed.contact()), DispositionCode.NONE)));
                default -> {
                    // Nothing follows.
                }
            }
        }
    }

    private static String site(int level) {
        return """
                {"version": 1, "clients": [{"id": 1, "code": "demo", "zh": "示范", "en": "Demo"}],
                 "skills": [{"id": 1, "code": "support"}],
                 "queues": [{"id": 1, "code": "support", "zh": "售后", "en": "After-sales", "number": "4001", "client": 1,
                   "requirements": [{"skill": 1, "level": %d}], "test": false,
                   "times": {"offerTimeout": 15, "wrapUpLimit": 60, "maxWait": 1800, "declinePassOver": 30}}],
                 "agents": [{"id": 2001, "skills": [{"skill": 1, "level": 8}]},
                            {"id": 2002, "skills": [{"skill": 1, "level": 2}]}],
                 "reasons": [], "dispositions": [], "ownNumbers": []}
                """.formatted(level);
    }

    private static Definition definition(String site) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(site, Definition.class);
    }

    private ExitCode ofDay(String site) throws IOException {
        return ofDay(site, Optional.empty());
    }

    private ExitCode ofDay(String site, Optional<String> day) throws IOException {
        Path file = directory.resolve("other.json");
        Files.writeString(file, site);
        return WhatIfReplay.ofDay(journal(), ZONE, day, file, out());
    }

    private Path journal() {
        return directory.resolve("journal");
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
