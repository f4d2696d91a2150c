package org.kezheng.acd.journal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.kezheng.acd.engine.Engine;

/// Which build of the engine this is: the product's version, and a hash of the engine's own code.
final class EngineBuild {
    private static final int HASH_DIGITS = 16;

    private static final String IDENTITY = describe();

    private EngineBuild() {}

    static String identify() {
        return IDENTITY;
    }

    private static String describe() {
        String version = Engine.class.getPackage().getImplementationVersion();
        return (version == null ? "development" : version) + " " + hash();
    }

    private static String hash() {
        CodeSource source = Engine.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "unknown";
        }
        try {
            return hash(Path.of(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException e) {
            // The code is not in files of its own; the journal is as good without this name.
            return "unknown";
        }
    }

    private static String hash(Path jarOrDirectory) throws IOException {
        MessageDigest digest = Hashes.newSha256();
        try (Stream<Path> files = Files.walk(jarOrDirectory)) {
            List<Path> inOrder = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : inOrder) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    }
}
