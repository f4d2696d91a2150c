package org.kezheng.evidence.packs;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A file of a pack.
public final class PackFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?\\.[a-z0-9]{1,8}");

    private final String name;
    private final byte[] content;

    /// @param name at most one folder and an extension, of `a-z 0-9 -`
    public PackFile(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a pack's file");
        }
        this.name = name;
        this.content = content.clone();
    }

    /// A file of text, in UTF-8.
    public static PackFile of(String name, String content) {
        return new PackFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }
}
