package org.kezheng.evidence.packs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.kezheng.security.signing.EvidenceSigner;

/// Seals files into a pack: manifest, signature, container. The format leaves no choice, so the same files, head and
/// key
/// give the same bytes.
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

    private static final String FORMAT = "kezheng-pack/1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private PackWriter() {}

    /// The pack of a single case.
    ///
    /// @param files exactly [#CASE_FILES]
    /// @return the container's bytes
    public static byte[] sealCase(PackHead head, List<PackFile> files, EvidenceSigner signer) {
        if (!files.stream().map(PackFile::name).toList().equals(CASE_FILES)) {
            throw new IllegalArgumentException("A pack of a single case has exactly these files: " + CASE_FILES);
        }
        byte[] manifest = manifest(head, files, signer.keyId()).getBytes(StandardCharsets.UTF_8);
        String signature = Base64.getEncoder().encodeToString(signer.sign(FORMAT, manifest)) + "\n";
        List<PackFile> all = new ArrayList<>();
        all.add(new PackFile("manifest.json", manifest));
        all.add(PackFile.of("manifest.sig", signature));
        all.addAll(files);
        return Container.of(all);
    }

    private static String manifest(PackHead head, List<PackFile> files, String key) {
        return "{\"format\":\"" + FORMAT + "\",\"kind\":\"case\",\"id\":\"" + head.id() + "\",\"call\":\"" + head.call()
                + "\",\"made\":\"" + TIME.format(head.made()) + "\",\"maker\":\"" + head.maker() + "\",\"key\":\"" + key
                + "\",\"files\":"
                + files.stream().map(PackWriter::listed).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String listed(PackFile file) {
        return "{\"name\":\"" + file.name() + "\",\"bytes\":" + file.content().length + ",\"sha256\":\""
                + sha256(file.content()) + "\"}";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
