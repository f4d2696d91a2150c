package org.kezheng.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The checks of a journal's directory, `docs/formats/journal.md`: the checks of headers and records and the chain over
/// all of them, and, with an export of the ledger, the seals that the ledger holds.
final class JournalChecks {
    private final Verification verification;
    private final List<Check> checks = new ArrayList<>();
    private final Map<Long, String> seals = new TreeMap<>();
    /// How many entries of the ledger may be seals that are not told.
    private int withheld;

    JournalChecks(Verification verification) {
        this.verification = verification;
    }

    List<Check> check(Path directory) throws UnreadableException {
        Path ledger = verification.ledger();
        if (ledger != null) {
            ledger(ledger);
        }
        List<Path> segments = segments(directory);
        JournalChain chain = new JournalChain(seals.keySet());
        try {
            for (int i = 0; i < segments.size(); i++) {
                chain.segment(segments.get(i), i == segments.size() - 1);
            }
        } catch (DisprovedException e) {
            checks.add(e.as("chain"));
            return checks;
        }
        checks.add(unbroken(segments.size(), chain));
        if (ledger != null) {
            checks.add(sealed(chain));
        }
        return checks;
    }

    private static List<Path> segments(Path directory) throws UnreadableException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> segments = files.filter(file -> file.toString().endsWith(".kzj"))
                    .sorted()
                    .toList();
            if (!segments.isEmpty()) {
                return segments;
            }
        } catch (IOException e) {
            // Falls through to the refusal.
        }
        throw new UnreadableException("目录中没有日志段：" + directory, "No journal's segments in: " + directory);
    }

    private Check unbroken(int segments, JournalChain chain) {
        String alone = verification.ledger() != null ? "" : "（整体是否被重写或截尾，须以 --ledger 给出账本导出才能看出。）";
        String aloneInEnglish = verification.ledger() != null
                ? ""
                : " (Whether it was rewritten as a whole or lost its end, only an export of the ledger shows: --ledger.)";
        return Check.good(
                "chain",
                segments + " 段共 " + chain.position() + " 条，链条完整，末端为 " + chain.end() + "。" + alone,
                chain.position() + " records in " + segments + " segments, the chain is whole and ends in "
                        + chain.end() + "." + aloneInEnglish);
    }

    private void ledger(Path file) throws UnreadableException {
        LedgerChecks ledger = new LedgerChecks(verification);
        checks.addAll(ledger.check(Verification.read(file)));
        withheld = ledger.withheld();
        if (verification.trust() == null) {
            checks.add(Verification.signerUnchecked());
        }
        try {
            for (byte[] bytes : ledger.entries()) {
                JsonObject entry = Json.object(bytes);
                if (entry.text("action").equals("journal.sealed")) {
                    JsonObject facts = entry.object("facts");
                    seals.put(Long.valueOf(facts.text("position")), facts.text("chain"));
                }
            }
        } catch (DisprovedException | NumberFormatException e) {
            checks.add(Json.unreadable().as("seals"));
        }
    }

    private Check sealed(JournalChain chain) {
        for (Map.Entry<Long, String> seal : seals.entrySet()) {
            String found = chain.at(seal.getKey());
            if (!seal.getValue().equals(found)) {
                return Check.bad(
                        "seals",
                        "账本在第 " + seal.getKey() + " 条封存的散列与日志不符" + (found.isEmpty() ? "：日志没有这一条。" : "。"),
                        "The ledger sealed another chain hash at record " + seal.getKey()
                                + (found.isEmpty() ? ": the journal ends before it." : "."));
            }
        }
        if (seals.isEmpty()) {
            return Check.bad("seals", "账本中没有日志的封存。", "The ledger holds no seal of a journal.");
        }
        if (withheld > 0) {
            return Check.bad(
                    "seals",
                    "可见的 " + seals.size() + " 处封存均与日志相符；但有 " + withheld + " 条只给出散列，其中可能还有封存：日志是否被截尾，此导出看不出。",
                    "The " + seals.size() + " seals that are told agree with the journal, but " + withheld
                            + " entries are given by their hash alone and may hold others: whether the journal was cut"
                            + " cannot be told from this export.");
        }
        return Check.good(
                "seals",
                "账本中的 " + seals.size() + " 处封存均与日志相符。",
                "All " + seals.size() + " seals in the ledger agree with the journal.");
    }
}
