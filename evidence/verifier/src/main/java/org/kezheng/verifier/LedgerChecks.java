package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The checks of an export of the audit ledger, `docs/formats/ledger.md`.
final class LedgerChecks {
    private static final String WHOLE = "{\"format\":\"kezheng-ledger/1\",\"checkpoint\":\"";
    private static final String FOR_A_CLIENT = "{\"format\":\"kezheng-ledger/2\",\"checkpoint\":\"";
    private static final Pattern WITHHELD = Pattern.compile("\\{\"withheld\":\"([0-9a-f]{64})\"}");

    private final Verification verification;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();

    LedgerChecks(Verification verification) {
        this.verification = verification;
    }

    /// The exact bytes of the entries that are told, in the order of the tree, once they were checked.
    List<byte[]> entries() {
        return entries;
    }

    /// How many entries the export gives by the hash of their leaf alone.
    int withheld() {
        return leaves.size() - entries.size();
    }

    List<Check> check(byte[] export) {
        List<Check> checks = new ArrayList<>();
        try {
            SignedNote note = read(export);
            TrustKey trust = verification.trust();
            if (trust != null) {
                checks.add(LedgerProofs.signed(note, trust));
            }
            checks.add(tree(note));
            SignedNote earlier = verification.earlier();
            if (earlier != null) {
                checks.add(earlier(earlier));
            }
        } catch (DisprovedException e) {
            checks.add(e.as("form"));
        }
        return checks;
    }

    private SignedNote read(byte[] export) throws DisprovedException {
        List<byte[]> lines = lines(export);
        String first = lines.isEmpty() ? "" : new String(lines.get(0), StandardCharsets.UTF_8);
        boolean isWhole = first.startsWith(WHOLE);
        String begin = isWhole ? WHOLE : FOR_A_CLIENT;
        if (!first.startsWith(begin) || !first.endsWith("\"}")) {
            throw new DisprovedException("首行不是账本导出的首行。", "The first line is not that of an export of the ledger.");
        }
        SignedNote note = SignedNote.parse(Json.object(lines.get(0)).text("checkpoint"));
        String written = begin + Json.object(lines.get(0)).text("checkpoint").replace("\n", "\\n") + "\"}";
        if (!Arrays.equals(written.getBytes(StandardCharsets.UTF_8), lines.get(0))) {
            throw new DisprovedException("首行的写法不规范。", "The first line is not written as the format says.");
        }
        for (byte[] line : lines.subList(1, lines.size())) {
            take(line, isWhole);
        }
        return note;
    }

    private void take(byte[] line, boolean isWhole) throws DisprovedException {
        Matcher withheld = WITHHELD.matcher(new String(line, StandardCharsets.UTF_8));
        if (!isWhole && withheld.matches()) {
            leaves.add(HexFormat.of().parseHex(withheld.group(1)));
        } else {
            Json.object(line);
            entries.add(line);
            leaves.add(Hashes.leaf(line));
        }
    }

    private static List<byte[]> lines(byte[] export) throws DisprovedException {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < export.length; at++) {
            if (export[at] == '\n') {
                lines.add(Arrays.copyOfRange(export, from, at));
                from = at + 1;
            }
        }
        if (from != export.length) {
            throw new DisprovedException("末行不完整。", "The last line is cut.");
        }
        return lines;
    }

    private Check tree(SignedNote note) {
        if (leaves.size() != note.size()) {
            return Check.bad(
                    "entries",
                    "检查点记 " + note.size() + " 条，导出中有 " + leaves.size() + " 条。",
                    "The checkpoint counts " + note.size() + " entries, the export holds " + leaves.size() + ".");
        }
        if (!note.hasRoot(MerkleTree.root(leaves, leaves.size()))) {
            return Check.bad(
                    "entries",
                    "条目得不出检查点的根：至少一条被改动、调换或替换。",
                    "The entries do not give the checkpoint's root: at least one was altered, moved or replaced.");
        }
        return Check.good(
                "entries",
                leaves.size() + " 条记录得出检查点的根" + (withheld() == 0 ? "。" : "；其中 " + withheld() + " 条属其他客户，只给出散列。"),
                leaves.size() + " entries give the checkpoint's root"
                        + (withheld() == 0
                                ? "."
                                : "; " + withheld() + " of them, about other clients, are given by their hash alone."));
    }

    private Check earlier(SignedNote earlier) {
        @Nullable TrustKey trust = verification.trust();
        boolean extended =
                earlier.size() <= leaves.size() && earlier.hasRoot(MerkleTree.root(leaves, (int) earlier.size()));
        return LedgerProofs.earlier(
                earlier,
                trust,
                extended,
                extended
                        ? "早先检查点的 " + earlier.size() + " 条原样在前。"
                        : "此账本不是早先检查点（" + earlier.size() + " 条）的延续：此前的条目被改动或移除。",
                extended
                        ? "The " + earlier.size() + " entries of the earlier checkpoint stand unchanged at the begin."
                        : "This ledger does not extend the earlier checkpoint (" + earlier.size()
                                + " entries): entries before it were altered or removed.");
    }
}
