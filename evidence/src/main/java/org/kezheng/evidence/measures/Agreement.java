package org.kezheng.evidence.measures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the live figures, the tables of calls, the tables of agents' time and the journal's files, each at the
/// same journal position. A database snapshot says where the tables stand; a fold over the journal's files is
/// brought exactly there, and then to where the live figures stand.
public final class Agreement {
    private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);
    /// Usually today and yesterday are compared; each so many checks, the first included, all days that are kept live.
    private static final int CHECKS_PER_WHOLE = 60;

    private static final int MAX_REPORTED = 100;
    private static final int MAX_LOGGED = 10;

    private final BiFunction<LocalDate, Instant, Figures> live;
    private final HistoricFigures historic;
    private final JournalFigures journal;
    private final MeasureScope scope;
    private final List<ClientId> clients;
    private final Clock clock;
    private int checks;
    private volatile AgreementReport report;

    /// @param live gives the live figures of a day and those after it, with states that last counted up to an instant
    public Agreement(
            BiFunction<LocalDate, Instant, Figures> live,
            HistoricFigures historic,
            JournalProjector.JournalSource journal,
            Site site,
            Clock clock) {
        this.live = live;
        this.historic = historic;
        this.scope = site.scope();
        this.journal = new JournalFigures(journal, scope);
        this.clients = site.clients();
        this.clock = clock;
        this.report = new AgreementReport(AgreementReport.State.UNKNOWN, clock.instant(), null, 0, 0, List.of());
    }

    /// What is compared: these clients' figures and all agents' time.
    public record Site(MeasureScope scope, List<ClientId> clients) {
        public Site {
            clients = List.copyOf(clients);
        }
    }

    private record Snapshot(int client, boolean isOfOperator, HistoricFigures.Sources tables) {
        long position() {
            return tables.ofCalls().position();
        }
    }

    /// What the last check found.
    public AgreementReport report() {
        return report;
    }

    /// Compares once. When it cannot, the state is unknown. For one thread.
    public void check() {
        Instant now = clock.instant();
        try {
            compare(now).ifPresent(this::tell);
        } catch (RuntimeException failure) {
            if (report.state() != AgreementReport.State.UNKNOWN || report.checkedAt() == null) {
                LOG.atWarn().setCause(failure).log("The figures cannot be compared now");
            }
            tell(new AgreementReport(AgreementReport.State.UNKNOWN, now, now, report.position(), 0, List.of()));
        }
    }

    /// Empty while the tables stand within a record, which passes by itself.
    private Optional<AgreementReport> compare(Instant now) {
        LocalDate today = scope.dayOf(now);
        boolean isWhole = checks % CHECKS_PER_WHOLE == 0;
        LocalDate first = today.minusDays(isWhole ? Tally.MAX_DAYS - 1L : 1);
        List<Snapshot> snapshots = new ArrayList<>();
        for (ClientId client : clients) {
            Optional<HistoricFigures.Sources> tables = ClientScope.call(client, () -> historic.sources(first, now));
            if (tables.isEmpty()) {
                return Optional.empty();
            }
            snapshots.add(new Snapshot(client.value(), snapshots.isEmpty(), tables.get()));
        }
        checks++;
        return Optional.of(report(now, first, snapshots));
    }

    private AgreementReport report(Instant now, LocalDate first, List<Snapshot> snapshots) {
        Figures livingNow = live.apply(first, now);
        snapshots.sort(Comparator.comparingLong(Snapshot::position));
        List<Figures> folded = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            journal.standAt(snapshot.position());
            folded.add(journal.from(first, now));
        }
        journal.standAt(livingNow.position());
        Figures foldedNow = journal.from(first, now);
        List<Difference> differences = new ArrayList<>();
        for (int index = 0; index < snapshots.size(); index++) {
            Snapshot snapshot = snapshots.get(index);
            differences.addAll(new Comparison(
                            snapshot.client(),
                            snapshot.isOfOperator(),
                            snapshot.tables(),
                            folded.get(index),
                            livingNow,
                            foldedNow)
                    .differences());
        }
        return new AgreementReport(
                differences.isEmpty() ? AgreementReport.State.AGREES : AgreementReport.State.DIFFERS,
                now,
                now,
                snapshots.isEmpty()
                        ? livingNow.position()
                        : snapshots.getFirst().position(),
                differences.size(),
                differences.stream().limit(MAX_REPORTED).toList());
    }

    private void tell(AgreementReport next) {
        AgreementReport before = report;
        boolean isSame = before.state() == next.state();
        report = new AgreementReport(
                next.state(),
                isSame ? before.since() : next.since(),
                next.checkedAt(),
                next.position(),
                next.count(),
                next.differences());
        if (next.state() == AgreementReport.State.DIFFERS && next.count() != before.count()) {
            next.differences().stream().limit(MAX_LOGGED).forEach(Agreement::warn);
        } else if (!isSame && next.state() == AgreementReport.State.AGREES) {
            LOG.atInfo().addKeyValue("position", next.position()).log("The figures agree");
        }
    }

    private static void warn(Difference difference) {
        LOG.atWarn()
                .addKeyValue("day", difference.day())
                .addKeyValue("measure", difference.quantity().code())
                .addKeyValue("queue", difference.queue())
                .addKeyValue("agent", difference.agent())
                .addKeyValue("live", difference.live())
                .addKeyValue("historic", difference.historic())
                .addKeyValue("perAgent", difference.perAgent())
                .addKeyValue("journal", difference.journal())
                .log("The figures do not agree");
    }
}
