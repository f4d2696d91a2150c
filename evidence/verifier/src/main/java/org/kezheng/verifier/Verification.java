package org.kezheng.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what stands at a path, and checks it.
///
/// @param trust the signer's public key, had by a way that the person who checks trusts; null: the signer is not
/// checked,
///     and then nothing that is signed holds
/// @param earlier a checkpoint of the audit ledger that was kept earlier; null: there is none
/// @param ledger an export of the audit ledger to compare a journal with; null: there is none
public record Verification(
        @Nullable TrustKey trust,
        @Nullable SignedNote earlier,
        @Nullable Path ledger) {
    private static final int MOST_BYTES = 512 << 20;
    private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};

    /// Reads a trust key and an earlier checkpoint from their files.
    ///
    /// @throws UnreadableException when one of them cannot be read, or is not what it should be
    public static Verification of(@Nullable Path trust, @Nullable Path checkpoint, @Nullable Path ledger)
            throws UnreadableException {
        TrustKey key = trust == null ? null : TrustKey.read(trust);
        return new Verification(key, checkpoint == null ? null : SignedNote.read(checkpoint), ledger);
    }

    /// Checks what stands at the path: a directory with a journal, a pack, or an export of the ledger.
    ///
    /// @throws UnreadableException when there is nothing, or nothing that is known
    public Report check(Path path) throws UnreadableException {
        if (Files.isDirectory(path)) {
            return new Report(Subject.JOURNAL, new JournalChecks(this).check(path));
        }
        byte[] content = read(path);
        return switch (subject(path, content)) {
            case PACK -> new Report(Subject.PACK, withoutSigner(new PackChecks(this).check(content)));
            case LEDGER -> new Report(Subject.LEDGER, withoutSigner(new LedgerChecks(this).check(content)));
            case JOURNAL ->
                throw new UnreadableException(
                        "请给出日志所在的目录：" + path, "Name the directory in which the journal stands: " + path);
        };
    }

    static byte[] read(Path path) throws UnreadableException {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new UnreadableException("文件过大：" + path, "Too large: " + path);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UnreadableException("无法读取：" + path, "Cannot be read: " + path);
        }
    }

    /// Several marks, so that an alteration of one of them is met by a check and not by "unknown".
    private static Subject subject(Path path, byte[] content) throws UnreadableException {
        String name = String.valueOf(path.getFileName());
        if (name.endsWith(".zip") || startsWith(content, "PK") || endsAsZip(content)) {
            return Subject.PACK;
        }
        if (name.endsWith(".ndjson") || startsWith(content, "{\"format\":\"kezheng-ledger")) {
            return Subject.LEDGER;
        }
        if (name.endsWith(".kzj") || startsWith(content, "KZJOURNL")) {
            return Subject.JOURNAL;
        }
        throw new UnreadableException(
                "既非证据包，也非账本导出或日志目录：" + path,
                "Neither a pack, nor an export of the ledger, nor a journal's directory: " + path);
    }

    private static boolean startsWith(byte[] content, String start) {
        byte[] bytes = start.getBytes(StandardCharsets.US_ASCII);
        return content.length >= bytes.length && Arrays.equals(bytes, Arrays.copyOf(content, bytes.length));
    }

    private static boolean endsAsZip(byte[] content) {
        int at = content.length - CanonicalZip.END_LENGTH;
        return at >= 0 && Arrays.equals(END_OF_ZIP, Arrays.copyOfRange(content, at, at + END_OF_ZIP.length));
    }

    private List<Check> withoutSigner(List<Check> checks) {
        if (trust != null) {
            return checks;
        }
        List<Check> all = new ArrayList<>(checks);
        all.add(signerUnchecked());
        return all;
    }

    static Check signerUnchecked() {
        return Check.bad(
                "signer-unchecked",
                "未核对签名者：没有给出可信公钥（--trust），签名因此不予采信。",
                "The signer was not checked: no trusted key was given (--trust), so no signature counts.");
    }
}
