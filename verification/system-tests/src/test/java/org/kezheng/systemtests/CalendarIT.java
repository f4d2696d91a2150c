package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import tools.jackson.databind.JsonNode;

/// The one calendar: a day that the operator lays into the data directory is a holiday, or a working day, for callers'
/// flows, for the gate, and for the register's filing terms alike.
class CalendarIT {
    private static final String NUMBER = "13355557771";
    private static final String ACCESS = "4110";
    private static final double OPEN = 500;
    private static final double CLOSED = 700;
    private static final double HOLIDAY = 900;
    private static final Duration MOMENT = Duration.ofMillis(600);
    /// As many days as one holiday may have at most.
    private static final int DAYS = 16;

    /// Of its own: its days are no one else's.
    private final CallCentre centre = CallCentre.open();

    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Asia/Shanghai"));
    private final List<LocalDate> days = today.datesUntil(today.plusDays(DAYS)).toList();

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void daysOfAFileInTheDataDirectoryHoldForFlowsTheGateAndTheFilingTermAlike() throws IOException {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "welcome", OPEN);
        RecordedPrompts.record(data, "closed", CLOSED);
        RecordedPrompts.record(data, "closed-holiday", HOLIDAY);
        write(false);
        FlowNumbers.add(centre, ACCESS, "days", """
                {"schema": 1, "code": "days", "version": 1, "languages": ["zh"], "start": "hours", "person": "support",
                 "calendars": {"office": {"weekly": {"monday": ["00:00-24:00"], "tuesday": ["00:00-24:00"],
                   "wednesday": ["00:00-24:00"], "thursday": ["00:00-24:00"], "friday": ["00:00-24:00"],
                   "saturday": ["00:00-24:00"], "sunday": ["00:00-24:00"]}, "adjusted": [], "holidays": "cn"}},
                 "nodes": {"hours": {"type": "hours", "calendar": "office", "open": "welcome", "closed": "closed",
                                     "holiday": "holiday"},
                           "welcome": {"type": "announce", "say": ["welcome"], "next": "support"},
                           "closed": {"type": "announce", "say": ["closed"], "next": "support"},
                           "holiday": {"type": "announce", "say": ["closed-holiday"], "next": "support"},
                           "support": {"type": "queue", "queue": "support"}}}
                """);
        OpenedGate.open(centre);
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone);
                ApiClient system = centre.signIn("system1")) {
            OpenedGate.propose(system, "outbound.open-on-holidays", "false");
            String consent = OpenedGate.consent(agent, NUMBER);

            hears(HOLIDAY);
            Answer refused = click(agent, consent);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("rules").toString())
                    .contains("gate.hours")
                    .contains("holiday");
            assertThat(fileBy(system)).as("ten working days after the holiday").isAfter(today.plusDays(DAYS + 10));
            assertThat(carrier.invitations()).isEmpty();
            thoseWhoLookSeeTheCalendar(system);

            write(true);
            Installation.kill(centre.status().platformPid());
            centre.up();
            hears(CLOSED);
            assertThat(fileBy(system)).as("each of the days is worked").isEqualTo(today.plusDays(10));
            click(agent, consent).expect(202);
            carrier.awaitInvitation(1, SOON);
        }
    }

    /// Makes the days all holidays, or all working days, in the file of each year that has some.
    private void write(boolean worked) throws IOException {
        Path directory = Files.createDirectories(centre.installation().dataDir().resolve("calendar"));
        Map<Integer, List<LocalDate>> years = days.stream().collect(Collectors.groupingBy(LocalDate::getYear));
        for (Map.Entry<Integer, List<LocalDate>> year : years.entrySet()) {
            List<LocalDate> own = year.getValue();
            String holidays =
                    "{\"name\": \"test\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(own.getFirst(), own.getLast());
            String working = own.stream().map(day -> "\"" + day + "\"").collect(Collectors.joining(", "));
            Files.writeString(directory.resolve(year.getKey() + ".json"), """
                    {"schema": 1, "year": %d, "source": "a test", "holidays": [%s], "workingDays": [%s]}
                    """.formatted(
                            year.getKey(), worked ? "" : holidays, worked ? working : ""));
        }
    }

    private void thoseWhoLookSeeTheCalendar(ApiClient system) {
        JsonNode calendar = system.read("/api/calendar");
        JsonNode year = CallCentre.stream(calendar.path("years"))
                .filter(one -> one.path("year").asInt() == today.getYear())
                .findFirst()
                .orElseThrow();
        assertThat(year.path("source").asString()).isEqualTo("a test");
        assertThat(year.path("holidays").toString()).contains(today.toString());
        Await.until(
                "status tells the same missing years",
                SOON,
                () -> centre.installation()
                        .status()
                        .json()
                        .at("/calendar/missing")
                        .toString(),
                calendar.path("missing").toString()::equals);
    }

    private void hears(double hertz) {
        try (Caller caller = Caller.dial(centre.status().sipIn(), "13700007071", ACCESS)) {
            Await.until(
                    "the caller hears " + hertz,
                    SOON,
                    () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
        }
    }

    private static Answer click(PhoneAgent agent, String consent) {
        return agent.api()
                .send(
                        "POST",
                        "/api/agent/calls",
                        Map.of("number", NUMBER, "purpose", "information", "voucher", consent));
    }

    /// Enters a number anew, whose entry has to be filed, and gives the day by which.
    private static LocalDate fileBy(ApiClient system) {
        String number = "95000" + system.read("/api/numbers").path("items").size();
        Map<String, Object> entry = Map.of("number", number, "status", "planned", "outbound", false);
        JsonNode entered =
                system.send("POST", "/api/numbers", entry).expect(201).json();
        return LocalDate.parse(entered.path("fileBy").asString());
    }
}
