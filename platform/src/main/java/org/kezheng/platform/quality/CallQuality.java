package org.kezheng.platform.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.LineOwner;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveLine;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.telephony.LineReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes of the PBX's reports what each line is like: tells the desks of it, and carries it into its table now and
/// then. Reports come on one thread that nothing else waits for. At most [#CAPACITY] lines are kept; the oldest
/// are given up.
public final class CallQuality implements LinesOfCalls {
    static final int CAPACITY = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(CallQuality.class);
    private static final int MAX_STORED_AT_ONCE = 500;
    /// A line that has been quiet for so long is over, whatever became of the word of its end.
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final Function<String, Optional<LineOwner>> owners;
    private final LiveDesks desks;
    private final LineTable table;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, MeasuredChannel> channels = new Bounded<>();
    private final Map<Key, MeasuredLine> lines = new Bounded<>();
    private boolean isStoring = true;

    /// @param owners whose line a channel is now
    CallQuality(Function<String, Optional<LineOwner>> owners, LiveDesks desks, LineTable table, Clock clock) {
        this.owners = owners;
        this.desks = desks;
        this.table = table;
        this.clock = clock;
    }

    private record Key(long contact, long offer) {}

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > CAPACITY;
        }
    }

    /// Takes a report of the PBX.
    public void reported(LineReport report) {
        // Before the lock: the desks have one of their own.
        LiveLine place = placeOf(report.channelId()).orElse(null);
        LineNow now = null;
        MeasuredLine line;
        lock.lock();
        try {
            MeasuredChannel channel = channels.computeIfAbsent(report.channelId(), id -> new MeasuredChannel());
            line = lineOf(channel, place, report.at());
            if (line != null) {
                now = take(report, channel, line);
            }
            if (report instanceof LineReport.Ended) {
                channels.remove(report.channelId());
            }
        } finally {
            lock.unlock();
        }
        if (line != null && now != null) {
            desks.lineHeard(line.contact, line.offer, LineWords.of(now, line.offer == 0));
        }
    }

    private static @Nullable LineNow take(LineReport report, MeasuredChannel channel, MeasuredLine line) {
        return switch (report) {
            case LineReport.Heard heard -> {
                channel.count(heard, line);
                yield line.heard(heard);
            }
            case LineReport.Ended ended -> {
                channel.end(ended, line);
                yield null;
            }
        };
    }

    private Optional<LiveLine> placeOf(String channelId) {
        return owners.apply(channelId).flatMap(owner -> switch (owner) {
            case LineOwner.Customer(var contact) -> desks.customersLine(contact);
            case LineOwner.Leg(var offer) -> desks.agentsLine(offer);
        });
    }

    /// The line that a channel serves now; the one that it served last when the desks know of none any more.
    private @Nullable MeasuredLine lineOf(MeasuredChannel channel, @Nullable LiveLine place, Instant at) {
        if (place != null) {
            channel.serve(lines.computeIfAbsent(
                    new Key(place.contact(), place.offer()),
                    key -> new MeasuredLine(key.contact(), key.offer(), place.client(), place.agent(), at)));
        }
        return channel.line();
    }

    @Override
    public List<LineFigures> of(long contact) {
        Map<Long, LineFigures> all = new TreeMap<>();
        table.find(contact).forEach(line -> all.put(line.offer(), line));
        int client = ClientScope.required().value();
        locked(() -> lines.values().stream()
                .filter(line -> line.contact == contact && line.client == client)
                .forEach(line -> all.put(line.offer, line.figures())));
        return List.copyOf(all.values());
    }

    /// Carries what is new into the table. What cannot be written now stays.
    void store() {
        Map<ClientId, List<MeasuredLine>> fresh = takeFresh();
        try {
            fresh.forEach((client, measured) -> ClientScope.run(client, () -> table.store(figures(measured))));
            isStoring = true;
        } catch (RuntimeException failure) {
            if (isStoring) {
                LOG.warn("The quality of lines cannot be stored now", failure);
            }
            isStoring = false;
            locked(() -> fresh.values().forEach(measured -> measured.forEach(line -> line.isNew = true)));
        }
        Instant quietSince = clock.instant().minus(QUIET);
        locked(() -> lines.values().removeIf(line -> !line.isNew && line.changedAt.isBefore(quietSince)));
    }

    private List<LineFigures> figures(List<MeasuredLine> measured) {
        List<LineFigures> all = new ArrayList<>();
        locked(() -> measured.forEach(line -> all.add(line.figures())));
        return all;
    }

    private Map<ClientId, List<MeasuredLine>> takeFresh() {
        Map<ClientId, List<MeasuredLine>> fresh = new HashMap<>();
        locked(() -> lines.values().stream()
                .filter(line -> line.isNew)
                .limit(MAX_STORED_AT_ONCE)
                .forEach(line -> {
                    line.isNew = false;
                    fresh.computeIfAbsent(new ClientId(line.client), client -> new ArrayList<>())
                            .add(line);
                }));
        return fresh;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
