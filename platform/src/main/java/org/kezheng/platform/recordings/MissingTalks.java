package org.kezheng.platform.recordings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.support.TransactionTemplate;

/// Which talks of the last day have lost their recording: each answered offer has one of its own, so that of a call
/// that was handed on an earlier talk is missed, too. Talks that are not recorded by rule are none of them. Internal
/// calls are not looked for, nor the platform's own.
public final class MissingTalks {
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final RecordingRows rows;
    private final RecordingList list;
    private final TalkRules rules;
    private final TransactionTemplate reading;
    private final Clock clock;

    MissingTalks(RecordingRows rows, RecordingList list, TalkRules rules, TransactionTemplate reading, Clock clock) {
        this.rows = rows;
        this.list = list;
        this.rules = rules;
        this.reading = reading;
        this.clock = clock;
    }

    /// A client's talks, at most some thousand, that ended long enough ago to have been stored.
    public List<MissingTalk> of(ClientId client) {
        Instant now = clock.instant();
        RecordingRows.Span span = new RecordingRows.Span(now.minus(LOOK_BACK), now.minus(Recordings.STORED_WITHIN));
        List<Integer> tests =
                rules.directory().testQueues().stream().map(QueueId::value).toList();
        List<MissingTalk> missing = ClientScope.call(
                client, () -> Objects.requireNonNull(reading.execute(status -> rows.talksWithout(span, tests))));
        return missing.stream()
                .filter(talk -> !list.isPending(talk.offer()))
                .filter(talk -> !ClientScope.call(
                        client, () -> rules.mayBeUnrecorded(talk.contact(), talk.queue(), talk.answeredAt())))
                .toList();
    }
}
