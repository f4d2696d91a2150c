package org.kezheng.evidence.packs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.kezheng.security.signing.EvidenceSigner;

/// Seals files into a pack: manifest, signature, container. The format leaves no choice, so the same files, head
/// and key give the same bytes.
public final class PackWriter {
    /// The files of a single case, in this order.
    public static final List<String> CASE_FILES = List.of(
            "case.pdf",
            "data/call.json",
            "data/explanation.json",
            "data/journal.json",
            "data/recording.json",
            "data/looked.json",
            "data/figures.json",
            "checkpoint.txt");

    static final String FORMAT = "kezheng-pack/1";

    private PackWriter() {}

    /// What a pack says of itself.
    ///
    /// @param id the pack's id
    /// @param call the call's id
    /// @param made when
    /// @param maker program and version, printable ASCII
    public record Head(String id, String call, Instant made, String maker) {
        public Head {
            requirePlain(id);
            requirePlain(call);
            requirePlain(maker);
        }

        private static void requirePlain(String text) {
            if (!text.matches("[ !#-\\[\\]-~]{1,100}")) {
                throw new IllegalArgumentException("Only printable ASCII stands in a pack's head");
            }
        }
    }

    /// The pack of a single case.
    ///
    /// @param files exactly [#CASE_FILES]
    /// @return the container's bytes
    public static byte[] sealCase(Head head, List<PackFile> files, EvidenceSigner signer) {
        if (!files.stream().map(PackFile::name).toList().equals(CASE_FILES)) {
            throw new IllegalArgumentException("A pack of a single case has exactly these files: " + CASE_FILES);
        }
        byte[] manifest = Manifest.of(head, files, signer.keyId()).getBytes(StandardCharsets.UTF_8);
        String signature = Base64.getEncoder().encodeToString(signer.sign(FORMAT, manifest)) + "\n";
        List<PackFile> all = new ArrayList<>();
        all.add(new PackFile("manifest.json", manifest));
        all.add(PackFile.of("manifest.sig", signature));
        all.addAll(files);
        return Container.of(all);
    }
}
