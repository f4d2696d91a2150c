package org.kezheng.platform.trunks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.TrunkPlan;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.WrittenTimes;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/trunks`: how the lines to the carriers are used, and what the carriers say of them.
@RestController
@RequestMapping("/api/trunks")
class TrunkController {
    private static final int MAX_BYTES = 200_000;

    private final TrunkMeter meter;
    private final CarrierFigures carriers;
    private final Site site;

    TrunkController(TrunkMeter meter, CarrierFigures carriers, Site site) {
        this.meter = meter;
        this.carriers = carriers;
        this.site = site;
    }

    /// By whose clock a day begins.
    record Site(Clock clock, ZoneId zone) {
        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
    }

    record ImportView(String id, String sha256, int bytes, int lines, String importedBy, Instant importedAt) {
        static ImportView of(CarrierFigures.Import one) {
            return new ImportView(
                    Long.toString(one.id()),
                    one.sha256(),
                    one.bytes(),
                    one.lines(),
                    one.importedBy(),
                    one.importedAt());
        }
    }

    record ImportList(List<ImportView> items) {}

    @GetMapping
    TrunkView day(@RequestParam(name = "day", required = false) @Nullable String written) {
        LocalDate day = written == null ? site.today() : WrittenTimes.day("day", "trunks.day", written);
        Optional<TrunkFigures> figures = meter.day(day);
        if (figures.isEmpty()) {
            return new TrunkView(day, false, List.of(), new TrunkView.All(null, 0, 0, 0, 0));
        }
        Map<String, CarrierFigures.Counting> counting = carriers.of(day).stream()
                .collect(Collectors.toMap(CarrierFigures.Counting::trunk, Function.identity()));
        List<TrunkView.Trunk> trunks = figures.get().trunks().stream()
                .map(one -> trunk(one, day, counting.get(one.code())))
                .toList();
        return new TrunkView(day, true, trunks, all(figures.get()));
    }

    private TrunkView.Trunk trunk(TrunkFigures.OfTrunk one, LocalDate day, CarrierFigures.@Nullable Counting counting) {
        List<TrunkPlan.Line> lines = meter.plan().lines();
        int at = IntStream.range(0, lines.size())
                .filter(trunk -> lines.get(trunk).code().equals(one.code()))
                .findFirst()
                .orElse(-1);
        boolean isToday = day.equals(site.today());
        return new TrunkView.Trunk(
                one.code(),
                at >= 0 && lines.get(at).isInbound(),
                TrunkView.limit(one.capacity()),
                at < 0 ? null : TrunkView.limit(lines.get(at).callsPerMinute()),
                at < 0 || !isToday ? null : TrunkView.now(meter, at),
                one.peak(),
                TrunkView.seconds(one.busyMillis()),
                TrunkView.seconds(one.occupiedMillis()),
                one.begun(),
                one.notTaken(),
                TrunkView.estimate(one, day.atStartOfDay(site.zone()).toInstant()),
                counting == null
                        ? null
                        : new TrunkView.Carrier(
                                counting.attempts(),
                                counting.lost(),
                                Long.toString(counting.importId()),
                                counting.importedAt()));
    }

    private static TrunkView.All all(TrunkFigures figures) {
        TrunkFigures.Busy busy = figures.busy();
        return new TrunkView.All(
                busy.hasInbound() ? TrunkView.seconds(busy.inMillis()) : null,
                TrunkView.seconds(busy.outMillis()),
                figures.blocked().getOrDefault(TrunkPlan.FULL, 0L),
                figures.blocked().getOrDefault(TrunkPlan.RATE, 0L),
                TrunkView.seconds(figures.unseenMillis()));
    }

    @GetMapping("/imports")
    ImportList imports() {
        return new ImportList(carriers.imports().stream().map(ImportView::of).toList());
    }

    /// Takes a carrier's figures in, all of the file or nothing.
    @PostMapping(path = "/imports", consumes = "text/csv")
    @ResponseStatus(HttpStatus.CREATED)
    ImportView take(@RequestBody byte[] content, @AuthenticationPrincipal SignedIn who) {
        if (content.length > MAX_BYTES) {
            throw Problem.invalid("file", "carrier.file-size", "At most " + MAX_BYTES + " bytes");
        }
        CarrierFile file = CarrierFile.read(
                content,
                meter.plan().lines().stream().map(TrunkPlan.Line::code).collect(Collectors.toSet()),
                site.today());
        if (!file.wrong().isEmpty()) {
            throw Problem.wrongLines(
                    "carrier.file", "The file is taken as a whole or not at all; mend the lines named", file.wrong());
        }
        return carriers.take(content, file.figures(), who)
                .map(ImportView::of)
                .orElseThrow(() -> Problem.conflict("carrier.same-file", "This very file was taken in already"));
    }
}
