package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the calls that are over out of the PBX's spool: sealed, read back, and only then deleted. It needs no
/// database. A call that cannot be stored stays in the spool and is tried again.
final class SpoolCollector {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolCollector.class);

    /// Whoever hangs up at the tone has left no message.
    private static final Duration SHORTEST_MESSAGE = Duration.ofSeconds(1);

    private final Path spool;
    private final PbxProcess pbx;
    private final RecordingFiles files;
    private final Set<String> complained = new HashSet<>();

    SpoolCollector(Path spool, PbxProcess pbx, RecordingFiles files) {
        this.spool = spool;
        this.pbx = pbx;
        this.files = files;
    }

    /// Stores whatever is over now.
    void collect() {
        for (SpooledCall call : over()) {
            try {
                store(call);
                complained.remove(call.text());
            } catch (IOException | RuntimeException failure) {
                complain(call, failure);
            }
        }
    }

    private List<SpooledCall> over() {
        Set<SpooledCall> calls = new LinkedHashSet<>();
        // Asked first: a PBX that ends while the directory is read has its calls taken by the next look.
        boolean isPbxGone = pbx.isGone();
        try (Stream<Path> found = Files.exists(spool) ? Files.list(spool) : Stream.empty()) {
            found.forEach(file -> SpooledCall.of(file).ifPresent(calls::add));
        } catch (IOException unreadable) {
            LOG.atError().setCause(unreadable).log("The spool of recordings cannot be read");
        }
        List<SpooledCall> over = new ArrayList<>();
        calls.stream().filter(call -> isPbxGone || Files.exists(call.end())).forEach(over::add);
        return over;
    }

    private void store(SpooledCall call) throws IOException {
        if (call.name().isMessage() && StereoAudio.lengthOf(call).compareTo(SHORTEST_MESSAGE) < 0) {
            LOG.atInfo()
                    .addKeyValue("contact", call.name().contact())
                    .log("A caller hung up before saying anything; no message is kept");
        } else if (files.contains(call.name())) {
            // Stored before a start that did not come to delete it.
            files.requireWhole(call.name());
        } else {
            files.store(call, endOf(call));
        }
        files.forgetPauses(call.name());
        Files.deleteIfExists(call.agent());
        Files.deleteIfExists(call.customer());
        Files.deleteIfExists(call.end());
    }

    private static Instant endOf(SpooledCall call) throws IOException {
        for (Path file : List.of(call.agent(), call.customer(), call.end())) {
            if (Files.exists(file)) {
                return Files.getLastModifiedTime(file).toInstant();
            }
        }
        throw new IOException("A call of the spool has no files");
    }

    /// Once per call, not once per try.
    private void complain(SpooledCall call, Exception failure) {
        if (complained.add(call.text())) {
            LOG.atError()
                    .setCause(failure)
                    .addKeyValue("contact", call.name().contact())
                    .addKeyValue("offer", call.name().offer())
                    .log("A recording cannot be stored; it stays in memory and is tried again");
        }
    }
}
