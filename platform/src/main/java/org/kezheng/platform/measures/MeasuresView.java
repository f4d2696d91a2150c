package org.kezheng.platform.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.measures.AgentFigures;
import org.kezheng.evidence.measures.AgreementReport;
import org.kezheng.evidence.measures.Difference;
import org.kezheng.evidence.measures.Figures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.evidence.measures.Quantity;
import org.kezheng.evidence.measures.QueueFigures;
import org.kezheng.platform.directory.Definition;

/// The figures of a day as the interface shows them. Averages and shares are absent where nothing is to be averaged.
record MeasuresView(
        Instant asOf,
        long position,
        LocalDate day,
        long serviceLevelSeconds,
        List<QueueView> queues,
        List<AgentView> agents,
        AgreementView agreement) {
    MeasuresView {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    static MeasuresView of(LocalDate day, Figures figures, MeasureSubjects subjects, AgreementReport agreement) {
        int client = subjects.client().value();
        return new MeasuresView(
                figures.asOf(),
                figures.position(),
                day,
                MeasureScope.SERVICE_LEVEL.toSeconds(),
                subjects.queues().stream()
                        .map(queue -> QueueView.of(queue, figures.queue(day, client, queue.id())))
                        .toList(),
                subjects.agents().stream()
                        .map(agent ->
                                AgentView.of(subjects.directory().agentUser(agent), figures.agent(day, client, agent)))
                        .toList(),
                AgreementView.of(agreement, subjects));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /// One queue's day.
    record QueueView(
            String queue,
            long offered,
            long answered,
            long abandoned,
            long timedOut,
            long refused,
            long lost,
            long callback,
            long voicemail,
            long overflowed,
            long waiting,
            double waitSeconds,
            @Nullable Double averageSpeedOfAnswerSeconds,
            double talkSeconds,
            @Nullable Double averageTalkSeconds,
            @Nullable Double ringDelaySeconds,
            @Nullable Double serviceLevel) {
        static QueueView of(Definition.QueueEntry entry, QueueFigures figures) {
            return new QueueView(
                    entry.code(),
                    figures.of(Quantity.OFFERED),
                    figures.of(Quantity.ANSWERED),
                    figures.of(Quantity.ABANDONED),
                    figures.of(Quantity.TIMED_OUT),
                    figures.of(Quantity.REFUSED),
                    figures.of(Quantity.LOST),
                    figures.of(Quantity.CALLBACK),
                    figures.of(Quantity.VOICEMAIL),
                    figures.of(Quantity.OVERFLOWED),
                    figures.of(Quantity.WAITING),
                    figures.waitSeconds(),
                    orNull(figures.averageSpeedOfAnswerSeconds()),
                    figures.talkSeconds(),
                    orNull(figures.averageTalkSeconds()),
                    orNull(figures.ringDelaySeconds()),
                    orNull(figures.serviceLevel()));
        }
    }

    /// One agent's day.
    record AgentView(
            String agent,
            long answered,
            double talkSeconds,
            double holdSeconds,
            double wrapUpSeconds,
            double readySeconds,
            double notReadySeconds) {
        static AgentView of(String user, AgentFigures figures) {
            return new AgentView(
                    user,
                    figures.answered(),
                    figures.talkSeconds(),
                    figures.holdSeconds(),
                    figures.wrapUpSeconds(),
                    figures.readySeconds(),
                    figures.notReadySeconds());
        }
    }

    /// Whether the sources agree.
    ///
    /// @param state `agrees`, `differs` or `unknown`
    /// @param checkedAt absent before the first comparison
    record AgreementView(
            String state, Instant since, @Nullable Instant checkedAt, long position, List<DifferenceView> differences) {
        AgreementView {
            differences = List.copyOf(differences);
        }

        static AgreementView of(AgreementReport report, MeasureSubjects subjects) {
            return new AgreementView(
                    report.state().code(),
                    report.since(),
                    report.checkedAt(),
                    report.position(),
                    report.differences().stream()
                            .map(difference -> DifferenceView.of(difference, subjects))
                            .toList());
        }
    }

    /// One number on which they do not. A source that does not tell it is absent; times are in microseconds.
    record DifferenceView(
            LocalDate day,
            String measure,
            @Nullable String queue,
            @Nullable String agent,
            @Nullable Long live,
            @Nullable Long historic,
            @Nullable Long perAgent,
            long journal) {
        static DifferenceView of(Difference difference, MeasureSubjects subjects) {
            Integer queue = difference.queue();
            Integer agent = difference.agent();
            return new DifferenceView(
                    difference.day(),
                    difference.quantity().code(),
                    queue == null ? null : subjects.directory().queueCode(queue),
                    agent == null ? null : subjects.directory().agentUser(agent),
                    difference.live(),
                    difference.historic(),
                    difference.perAgent(),
                    difference.journal());
        }
    }
}
