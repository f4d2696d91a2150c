package org.kezheng.platform.measures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.measures.Agreement;
import org.kezheng.evidence.measures.Figures;
import org.kezheng.evidence.measures.HistoricFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.WrittenTimes;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/measures`: the figures of a day, as the desks count them, and whether all sources agree on them.
@RestController
class MeasureController {
    private final LiveDesks desks;
    private final HistoricFigures historic;
    private final Agreement agreement;
    private final Directory directory;
    private final MeasureScope scope;
    private final Clock clock;

    MeasureController(Sources sources, Directory directory, MeasureScope scope, Clock clock) {
        this.desks = sources.desks();
        this.historic = sources.historic();
        this.agreement = sources.agreement();
        this.directory = directory;
        this.scope = scope;
        this.clock = clock;
    }

    /// Where figures come from.
    record Sources(LiveDesks desks, HistoricFigures historic, Agreement agreement) {}

    @GetMapping("/api/measures")
    MeasuresView measures(
            @RequestParam(name = "day", required = false) @Nullable String day, @AuthenticationPrincipal SignedIn who) {
        Instant now = clock.instant();
        LocalDate asked = day == null ? scope.dayOf(now) : WrittenTimes.day("day", "field.day", day);
        Figures figures = live(asked, now)
                .or(() -> historic.from(asked, now))
                .orElseThrow(() -> Problem.unavailable(
                        "measures.behind", "The tables are just taking a record; ask again in a moment"));
        return MeasuresView.of(asked, figures, new MeasureSubjects(directory, scope, who.client()), agreement.report());
    }

    @GetMapping("/api/measures/definitions")
    DefinitionsView definitions() {
        return DefinitionsView.all();
    }

    private Optional<Figures> live(LocalDate day, Instant now) {
        return desks.ask(figures -> figures.keeps(day) ? Optional.of(figures.from(day, now)) : Optional.empty());
    }
}
