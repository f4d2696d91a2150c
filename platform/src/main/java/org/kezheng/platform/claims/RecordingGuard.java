package org.kezheng.platform.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.platform.recordings.Recording;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.sealed.SealedFile;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.tenancy.ClientId;

/// The stored recordings: sealed files and nothing else, each as it is listed, none missing. Each run looks at every
/// file's presence, size and times; it reads what was changed since the run before, what was found wrong, and of all
/// others in turn as many as a bound of time allows. Used by one thread.
final class RecordingGuard {
    private static final Pattern NAME = Pattern.compile("([0-9]{1,9})/([0-9]{1,18})\\.kzr");
    private static final int PAGE = 2_000;
    private static final int SHOWN = 5;
    private static final int OPENED = 3;
    private static final Duration IN_TURN = Duration.ofSeconds(5);
    /// A file stands before its row does, at most so long.
    private static final Duration LISTED_WITHIN = Duration.ofSeconds(60);
    /// The clocks of files are coarse.
    private static final Duration COARSE = Duration.ofSeconds(2);

    private final Recordings recordings;
    private final Clients clients;
    private final Clock clock;
    private final Set<Path> suspects = new HashSet<>();
    /// The last one read in turn.
    private Turn turn = new Turn(0, 0);
    private Instant lastRun = Instant.MAX;

    RecordingGuard(Recordings recordings, Clients clients, Clock clock) {
        this.recordings = recordings;
        this.clients = clients;
        this.clock = clock;
    }

    private record Turn(int client, long offer) {
        boolean isBefore(Recording.Name name) {
            int at = name.client().value();
            return client < at || (client == at && offer < name.offer());
        }
    }

    private static final class Findings {
        private final long deadline = System.nanoTime() + IN_TURN.toNanos();
        private final Set<Path> pending;
        private final Set<String> notSealed = new TreeSet<>();
        private final Set<String> otherwise = new TreeSet<>();
        private final Set<String> missing = new TreeSet<>();
        private final Set<String> unlisted = new TreeSet<>();
        private final Set<String> closed = new TreeSet<>();
        private long listed;
        private long read;
        private long opened;

        Findings(Set<Path> pending) {
            this.pending = pending;
        }

        boolean hasTime() {
            return System.nanoTime() - deadline < 0;
        }
    }

    List<Check> checks() throws IOException {
        Instant begun = clock.instant();
        // Before the rows: a note goes once its row has come.
        Findings findings = new Findings(recordings.pendingFiles());
        examineFiles(begun.minus(LISTED_WITHIN), findings);
        List<ClientId> all = clients.all().stream()
                .map(Client::id)
                .sorted(Comparator.comparingInt(ClientId::value))
                .toList();
        for (ClientId client : all) {
            examineRows(client, findings);
        }
        if (findings.hasTime()) {
            // All have had their turn.
            turn = new Turn(0, 0);
        }
        lastRun = begun.minus(COARSE);
        return checks(findings);
    }

    /// Whatever stands in the directory: its name, and whether it is listed unless it is too young for that.
    private void examineFiles(Instant listedBy, Findings findings) throws IOException {
        Path directory = recordings.directory();
        if (!Files.isDirectory(directory)) {
            return;
        }
        Map<Integer, List<Long>> batches = new HashMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Iterator<Path> each = walk.iterator(); each.hasNext(); ) {
                Path file = each.next();
                if (!Files.isDirectory(file)) {
                    examineFile(directory.relativize(file), listedBy, batches, findings);
                }
            }
        }
        batches.forEach((client, offers) -> compareToRows(client, offers, findings));
    }

    private void examineFile(Path name, Instant listedBy, Map<Integer, List<Long>> batches, Findings findings)
            throws IOException {
        Matcher recording = NAME.matcher(name.toString());
        if (!recording.matches()) {
            findings.notSealed.add(name.toString());
        } else if (Files.getLastModifiedTime(recordings.directory().resolve(name))
                .toInstant()
                .isBefore(listedBy)) {
            int client = Integer.parseInt(recording.group(1));
            List<Long> offers = batches.computeIfAbsent(client, none -> new ArrayList<>());
            offers.add(Long.parseLong(recording.group(2)));
            if (offers.size() == PAGE) {
                compareToRows(client, offers, findings);
                offers.clear();
            }
        } else {
            noteUnsealed(name, findings);
        }
    }

    private void compareToRows(int client, List<Long> offers, Findings findings) {
        if (offers.isEmpty()) {
            return;
        }
        Set<Long> unlisted = new TreeSet<>(offers);
        unlisted.removeAll(recordings.listedOf(new ClientId(client), offers));
        unlisted.stream()
                .map(offer -> name(client, offer))
                .filter(file -> !findings.pending.contains(Path.of(file)))
                .forEach(findings.unlisted::add);
    }

    private void examineRows(ClientId client, Findings findings) throws IOException {
        long after = 0;
        List<Recording> page = recordings.pageOf(client, after, PAGE);
        while (!page.isEmpty()) {
            for (Recording recording : page) {
                findings.listed++;
                examine(recording, findings);
                after = recording.name().offer();
            }
            page = recordings.pageOf(client, after, PAGE);
        }
        for (Recording recording : newest(client, after)) {
            open(recording, findings);
        }
    }

    private List<Recording> newest(ClientId client, long last) {
        return recordings.pageOf(client, Math.max(0, last - OPENED), OPENED);
    }

    private void examine(Recording recording, Findings findings) throws IOException {
        String shown = recording.path().toString();
        Path file = recordings.directory().resolve(recording.path());
        if (!shown.equals(
                name(recording.name().client().value(), recording.name().offer()))) {
            findings.otherwise.add(shown);
        } else if (!Files.isRegularFile(file)) {
            findings.missing.add(shown);
        } else if (Files.size(file) != recording.bytes()) {
            findings.otherwise.add(shown);
            noteUnsealed(recording.path(), findings);
        } else if (isDue(recording, file, findings)) {
            read(recording, file, findings);
        }
    }

    private boolean isDue(Recording recording, Path file, Findings findings) throws IOException {
        if (suspects.contains(recording.path()) || isChanged(file)) {
            return true;
        }
        boolean isItsTurn = turn.isBefore(recording.name()) && findings.hasTime();
        if (isItsTurn) {
            turn = new Turn(recording.name().client().value(), recording.name().offer());
        }
        return isItsTurn;
    }

    /// The time of the last change of content, name or rights: nobody but the kernel sets it.
    private boolean isChanged(Path file) throws IOException {
        FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
        return changed.toInstant().isAfter(lastRun);
    }

    private void read(Recording recording, Path file, Findings findings) throws IOException {
        findings.read++;
        boolean isAsListed = sha256(file).equals(recording.sha256());
        if (!isAsListed) {
            findings.otherwise.add(recording.path().toString());
        }
        if (noteUnsealed(recording.path(), findings) && isAsListed) {
            suspects.remove(recording.path());
        } else {
            suspects.add(recording.path());
        }
    }

    private boolean noteUnsealed(Path name, Findings findings) throws IOException {
        boolean isSealed = SealedFiles.looksSealed(recordings.directory().resolve(name));
        if (!isSealed) {
            findings.notSealed.add(name.toString());
        }
        return isSealed;
    }

    private void open(Recording recording, Findings findings) {
        try (SealedFile opened = recordings.open(recording)) {
            opened.read(0, new byte[1], 0, 1);
            findings.opened++;
        } catch (IOException | DamagedCiphertextException refused) {
            findings.closed.add(recording.path().toString());
        }
    }

    private static String name(int client, long offer) {
        return client + "/" + offer + ".kzr";
    }

    private static List<Check> checks(Findings findings) {
        return List.of(
                none(
                        "recordings.sealed",
                        new Words("录音目录中只有密封文件", "Nothing but sealed files stands among the recordings"),
                        findings.notSealed),
                none(
                        "recordings.present",
                        new Words(
                                "登记的 " + findings.listed + " 个录音文件都在",
                                "The files of all " + findings.listed + " listed recordings are there"),
                        findings.missing),
                none(
                        "recordings.as-listed",
                        new Words(
                                "录音文件与登记的大小和 SHA-256 一致(本次通读 " + findings.read + " 个)",
                                "Recordings have the size and SHA-256 that are listed; " + findings.read
                                        + " were read through this time"),
                        findings.otherwise),
                none(
                        "recordings.listed",
                        new Words("没有未登记的录音文件", "No recording stands there that is not listed"),
                        findings.unlisted),
                none(
                        "recordings.opened",
                        new Words(
                                "最新的 " + findings.opened + " 个录音能以密钥打开",
                                "The newest " + findings.opened + " open with the keys"),
                        findings.closed));
    }

    private static Check none(String code, Words words, Set<String> found) {
        String few = String.join(", ", found.stream().limit(SHOWN).toList());
        String more = found.size() > SHOWN ? " +" + (found.size() - SHOWN) : "";
        return Check.equal(code, words, "none", found.isEmpty() ? "none" : few + more);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
