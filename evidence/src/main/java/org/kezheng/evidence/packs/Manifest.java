package org.kezheng.evidence.packs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The text that is signed: what the pack says of itself, and its files with their lengths and hashes.
final class Manifest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Manifest() {}

    static String of(PackWriter.Head head, List<PackFile> files, String key) {
        return "{\"format\":\"" + PackWriter.FORMAT + "\",\"kind\":\"case\",\"id\":\"" + head.id() + "\",\"call\":\""
                + head.call()
                + "\",\"made\":\"" + TIME.format(head.made()) + "\",\"maker\":\"" + head.maker() + "\",\"key\":\"" + key
                + "\",\"files\":"
                + files.stream().map(Manifest::listed).collect(Collectors.joining(",", "[", "]")) + "}";
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
