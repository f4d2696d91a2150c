package org.kezheng.security.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Predicate;

/// Writes an export: the checkpoint, and each entry's exact bytes on a line of its own, or its leaf's hash alone.
final class LedgerExport {
    private LedgerExport() {}

    /// The whole ledger.
    static void write(Checkpoint head, Iterator<SequencedEntry> entries, OutputStream out) throws IOException {
        begin(head, 1, out);
        while (entries.hasNext()) {
            line(out, entries.next().canonical());
        }
    }

    /// Those of the others are known by their leaves' hashes alone, so that the root can be computed all the same.
    static void write(
            Checkpoint head, Iterator<SequencedEntry> entries, Predicate<LedgerEntry> isShown, OutputStream out)
            throws IOException {
        begin(head, 2, out);
        while (entries.hasNext()) {
            SequencedEntry found = entries.next();
            boolean isWithheld = !isShown.test(found.entry());
            line(
                    out,
                    isWithheld
                            ? "{\"withheld\":\"" + HexFormat.of().formatHex(found.leafHash()) + "\"}"
                            : found.canonical());
        }
    }

    private static void begin(Checkpoint head, int version, OutputStream out) throws IOException {
        String note = head.note().replace("\n", "\\n");
        line(out, "{\"format\":\"kezheng-ledger/" + version + "\",\"checkpoint\":\"" + note + "\"}");
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
