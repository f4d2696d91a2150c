package org.kezheng.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A checkpoint of the audit ledger: how many entries there are, and the root over them, signed. The text is a signed
/// note as C2SP has it: origin, size, root, an empty line, and one line with the signature.
final class SignedNote {
    private static final Pattern FORM = Pattern.compile("""
            (?<text>(?<origin>kezheng/[0-9a-f]{16})
            (?<size>0|[1-9][0-9]{0,17})
            (?<root>[A-Za-z0-9+/]{43}=)
            )
            \u2014 (?<signer>kezheng/[0-9a-f]{16}) (?<signature>[A-Za-z0-9+/]{91}=)
            """);

    private final String origin;
    private final long size;
    private final byte[] root;
    private final byte[] text;
    private final byte[] signature;

    private SignedNote(Matcher form) throws DisprovedException {
        this.origin = group(form, "origin");
        this.size = Long.parseLong(group(form, "size"));
        this.root = canonicalBase64(group(form, "root"));
        this.text = group(form, "text").getBytes(StandardCharsets.UTF_8);
        this.signature = canonicalBase64(group(form, "signature"));
    }

    private static String group(Matcher form, String name) {
        return Objects.requireNonNull(form.group(name));
    }

    static SignedNote read(Path file) throws UnreadableException {
        try {
            return parse(utf8(Verification.read(file)));
        } catch (DisprovedException | CharacterCodingException e) {
            throw new UnreadableException("不是账本检查点：" + file, "Not a checkpoint of the ledger: " + file);
        }
    }

    static SignedNote parse(String note) throws DisprovedException {
        Matcher form = FORM.matcher(note);
        if (!form.matches() || !group(form, "origin").equals(form.group("signer"))) {
            throw new DisprovedException("检查点的格式不符。", "The checkpoint has not its form.");
        }
        return new SignedNote(form);
    }

    /// How many entries the ledger had.
    long size() {
        return size;
    }

    /// The root over them.
    byte[] root() {
        return root;
    }

    /// Whether origin, name of the key and signature are all those of the key: the signature holds four bytes of the
    /// key's hash and then the signature itself.
    boolean isSignedBy(TrustKey key) {
        byte[] hash = Arrays.copyOf(signature, 4);
        return origin.equals("kezheng/" + key.id())
                && Arrays.equals(hash, key.noteHash(origin))
                && key.signed(text, Arrays.copyOfRange(signature, 4, signature.length));
    }

    boolean hasRoot(byte[] other) {
        return Arrays.equals(root, other);
    }

    /// Base64 has spare bits at its end; only those texts count that an encoder writes.
    static byte[] canonicalBase64(String text) throws DisprovedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal.
        }
        throw new DisprovedException("Base64 编码不规范。", "Base64 that no encoder writes.");
    }

    static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
