package org.kezheng.platform.claims;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.platform.packs.OutsideVerifier;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerReader;

/// The ledger's export and the stored packs, given to the verifier that outsiders use: as they are they hold, and with
/// one byte flipped in a copy they do not.
final class LedgerCopies {
    private static final String HOLDS = "holds";
    private static final String DISPROVED = "disproved";
    /// The newest; each is a process of its own.
    private static final int PACKS = 2;

    private final LedgerReader reader;
    private final Checkpoints checkpoints;
    private final OutsideVerifier verifier;
    private final Path packs;
    private final Path workshop;
    private final RandomGenerator random = RandomGenerator.getDefault();

    LedgerCopies(LedgerReader reader, Checkpoints checkpoints, OutsideVerifier verifier, Path packs, Path workshop) {
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.verifier = verifier;
        this.packs = packs;
        this.workshop = workshop;
    }

    List<Check> checks() throws IOException {
        List<Check> checks = new ArrayList<>();
        try (FlippedCopy copy = FlippedCopy.in(workshop)) {
            Path export = copy.directory().resolve("ledger.ndjson");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(export))) {
                reader.export(checkpoints.now(), out);
            }
            checks.add(Check.equal(
                    "export.ledger",
                    new Words("账本导出经独立校验成立", "An export of the ledger holds for the independent verifier"),
                    HOLDS,
                    judged(export)));
            FlippedCopy.flip(export, random.nextInt((int) Files.size(export)));
            checks.add(Check.equal(
                    "copy.ledger",
                    new Words("账本导出副本中翻转一个字节能被发现", "One byte flipped in a copy of the export is found"),
                    DISPROVED,
                    judged(export)));
            checks.addAll(packs(copy.directory()));
        }
        return checks;
    }

    private List<Check> packs(Path directory) throws IOException {
        List<Check> checks = new ArrayList<>();
        List<Path> newest = newestPacks();
        for (Path pack : newest) {
            checks.add(Check.equal(
                    "pack.stored",
                    new Words(
                            "存储的证据包经独立校验成立：" + pack.getFileName(),
                            "A stored pack holds for the independent verifier: " + pack.getFileName()),
                    HOLDS,
                    judged(pack)));
        }
        if (!newest.isEmpty()) {
            Path copy = directory.resolve("pack.zip");
            Files.copy(newest.getFirst(), copy);
            FlippedCopy.flip(copy, random.nextInt((int) Files.size(copy)));
            checks.add(Check.equal(
                    "copy.pack",
                    new Words("证据包副本中翻转一个字节能被发现", "One byte flipped in a copy of a pack is found"),
                    DISPROVED,
                    judged(copy)));
        }
        return checks;
    }

    private List<Path> newestPacks() throws IOException {
        if (!Files.isDirectory(packs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(packs)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted(Comparator.comparingLong(LedgerCopies::age))
                    .limit(PACKS)
                    .toList();
        }
    }

    private static long age(Path file) {
        return -file.toFile().lastModified();
    }

    private String judged(Path path) throws IOException {
        return verifier.verify(path).holds() ? HOLDS : DISPROVED;
    }
}
