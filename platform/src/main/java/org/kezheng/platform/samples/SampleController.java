package org.kezheng.platform.samples;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/recordings` finds recordings, `/api/samples` draws some of them. Listening goes by
/// `/api/calls/{id}/recording`, and is entered in the ledger there.
@RestController
class SampleController {
    private static final int PAGE = 50;
    private static final int MOST = 500;

    private final Samples samples;
    private final Directory directory;

    SampleController(Samples samples, Directory directory) {
        this.samples = samples;
        this.directory = directory;
    }

    record FoundView(
            String call,
            String offer,
            String agent,
            String queue,
            Instant startedAt,
            long durationMillis,
            @Nullable String disposition,
            boolean destroyed,
            boolean paused) {}

    record Page(List<FoundView> items, @Nullable String next) {}

    record SampleView(
            String id, String seed, int size, int population, String drawnBy, Instant drawnAt, CriteriaText criteria) {}

    record SampleList(List<SampleView> items) {}

    record ShownView(SampleView sample, List<FoundView> items, boolean repeated) {}

    record Wanted(
            @Nullable CriteriaText criteria,
            @Nullable Integer size,
            @Nullable String seed) {}

    @GetMapping("/api/recordings")
    Page search(
            @ParameterObject CriteriaText criteria,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn who) {
        long before = after == null ? Long.MAX_VALUE : cursor(after);
        List<Found> found = samples.page(criteria.read(directory, who.client()), before, PAGE + 1);
        List<Found> page = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? Long.toString(page.getLast().offer()) : null;
        return new Page(page.stream().map(this::view).toList(), next);
    }

    @PostMapping("/api/samples")
    @ResponseStatus(HttpStatus.CREATED)
    ShownView draw(@RequestBody Wanted wanted, @AuthenticationPrincipal SignedIn who) {
        int size = Objects.requireNonNullElse(wanted.size(), 0);
        if (size < 1 || size > MOST) {
            throw Problem.invalid("size", "field.number", "A whole number from 1 to " + MOST);
        }
        String seed = wanted.seed() == null ? Draw.newSeed() : wanted.seed();
        if (!seed.matches("[0-9a-f]{32}")) {
            throw Problem.invalid("seed", "sample.seed", "32 hexadecimal digits, or none: then one is made");
        }
        CriteriaText criteria = wanted.criteria() == null
                ? new CriteriaText(null, null, null, null, null, null, null)
                : wanted.criteria();
        return view(samples.draw(criteria.read(directory, who.client()), size, seed, who));
    }

    @GetMapping("/api/samples")
    SampleList newest() {
        return new SampleList(samples.newest().stream().map(this::view).toList());
    }

    @GetMapping("/api/samples/{id}")
    ShownView sample(@PathVariable("id") String id) {
        return view(samples.withId(number(id)).orElseThrow(() -> Problem.notFound("sample.unknown")));
    }

    private ShownView view(Samples.Shown shown) {
        return new ShownView(
                view(shown.sample()),
                shown.recordings().stream().map(this::view).toList(),
                shown.isRepeated());
    }

    private FoundView view(Found found) {
        return new FoundView(
                Long.toString(found.contact()),
                Long.toString(found.offer()),
                directory.agentUser(found.agent()),
                directory.queueCode(found.queue()),
                found.startedAt(),
                found.length().toMillis(),
                found.disposition(),
                found.isDestroyed(),
                found.isPaused());
    }

    private SampleView view(Sample sample) {
        return new SampleView(
                Long.toString(sample.id()),
                sample.seed(),
                sample.size(),
                sample.population(),
                sample.drawing().by(),
                sample.drawing().at(),
                text(sample.criteria()));
    }

    private CriteriaText text(Criteria criteria) {
        return new CriteriaText(
                textOf(criteria.from()),
                textOf(criteria.to()),
                criteria.queue() == null ? null : directory.queueCode(criteria.queue()),
                criteria.agent() == null ? null : directory.agentUser(criteria.agent()),
                criteria.disposition(),
                textOf(criteria.minSeconds()),
                textOf(criteria.maxSeconds()));
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static long cursor(String written) {
        if (!written.matches("[0-9]{1,18}")) {
            throw Problem.invalid("after", "field.number", "The next of the page before");
        }
        return Long.parseLong(written);
    }

    private static long number(String written) {
        if (!written.matches("[0-9]{1,18}")) {
            throw Problem.notFound("sample.unknown");
        }
        return Long.parseLong(written);
    }
}
