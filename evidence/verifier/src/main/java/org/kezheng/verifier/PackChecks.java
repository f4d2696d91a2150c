package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The checks of a pack, `docs/formats/pack.md`.
final class PackChecks {
    private static final String FORMAT = "kezheng-pack/1";
    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURE = "manifest.sig";

    private final Verification verification;
    private final List<Check> checks = new ArrayList<>();

    PackChecks(Verification verification) {
        this.verification = verification;
    }

    List<Check> check(byte[] container) {
        List<CanonicalZip.Entry> entries;
        try {
            entries = CanonicalZip.entries(container);
        } catch (DisprovedException e) {
            checks.add(e.as("container"));
            return checks;
        }
        try {
            CanonicalZip.require(container, entries);
            checks.add(Check.good(
                    "container",
                    "容器的每个字节都与其 " + entries.size() + " 个文件相符。",
                    "Every byte of the container is what its " + entries.size() + " files make it."));
        } catch (DisprovedException e) {
            checks.add(e.as("container"));
        }
        try {
            contents(entries);
        } catch (DisprovedException e) {
            checks.add(e.as("manifest"));
        }
        return checks;
    }

    private void contents(List<CanonicalZip.Entry> entries) throws DisprovedException {
        if (entries.size() < 3
                || !entries.get(0).name().equals(MANIFEST)
                || !entries.get(1).name().equals(SIGNATURE)) {
            throw new DisprovedException(
                    "包中首两个文件应为清单及其签名。", "The first two files must be the manifest and its signature.");
        }
        byte[] manifest = entries.get(0).content();
        signature(manifest, entries.get(1).content());
        JsonObject listed = Json.object(manifest);
        if (!listed.text("format").equals(FORMAT)) {
            throw new DisprovedException(
                    "清单的格式不是 " + FORMAT + "，或由更新的版本写成。",
                    "The manifest's format is not " + FORMAT + "; a newer verifier may know it.");
        }
        Map<String, byte[]> files = listedFiles(listed.objects("files"), entries.subList(2, entries.size()));
        if (files.isEmpty()) {
            return;
        }
        if (!listed.text("kind").equals("case")) {
            throw new DisprovedException("不认识的证据包种类。", "A kind of pack that this verifier does not know.");
        }
        checks.addAll(new CaseChecks(verification, files).check(listed));
    }

    private void signature(byte[] manifest, byte[] file) {
        TrustKey trust = verification.trust();
        if (trust == null) {
            return;
        }
        if (isSigned(trust, manifest, file)) {
            checks.add(Check.good(
                    "signature",
                    "清单由可信密钥 " + trust.id() + " 签名。",
                    "The manifest is signed by the trusted key " + trust.id() + "."));
        } else {
            checks.add(Check.bad(
                    "signature",
                    "清单不是由可信密钥 " + trust.id() + " 签名，或签名后被改动。",
                    "The manifest is not signed by the trusted key " + trust.id() + ", or was altered after that."));
        }
    }

    private static boolean isSigned(TrustKey trust, byte[] manifest, byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\n")) {
            return false;
        }
        try {
            byte[] context = (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);
            byte[] message = new byte[context.length + manifest.length];
            System.arraycopy(context, 0, message, 0, context.length);
            System.arraycopy(manifest, 0, message, context.length, manifest.length);
            return trust.signed(message, SignedNote.canonicalBase64(text.substring(0, text.length() - 1)));
        } catch (DisprovedException e) {
            return false;
        }
    }

    /// The files by name, when they are exactly those of the manifest; none otherwise.
    private Map<String, byte[]> listedFiles(List<JsonObject> listed, List<CanonicalZip.Entry> entries)
            throws DisprovedException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        boolean same = true;
        for (int i = 0; i < Math.max(listed.size(), entries.size()); i++) {
            Check check =
                    file(i < listed.size() ? listed.get(i) : null, i < entries.size() ? entries.get(i) : null, files);
            checks.add(check);
            same &= check.holds();
        }
        return same ? files : Map.of();
    }

    private static Check file(
            @Nullable JsonObject listed, CanonicalZip.@Nullable Entry entry, Map<String, byte[]> files)
            throws DisprovedException {
        if (listed == null) {
            String name = Objects.requireNonNull(entry).name();
            return Check.bad("file", name + "：清单中没有此文件。", name + ": not in the manifest.");
        }
        String name = JsonObject.safe(listed.text("name"));
        if (entry == null || !entry.name().equals(name)) {
            return Check.bad(
                    "file", name + "：缺失，或不在清单所列的位置。", name + ": missing, or not at its place in the manifest.");
        }
        boolean same = listed.number("bytes") == entry.content().length
                && Arrays.equals(listed.hash("sha256"), Hashes.sha256(entry.content()));
        if (!same || files.put(name, entry.content()) != null) {
            return Check.bad("file", name + "：内容与清单不符。", name + ": its content is not that of the manifest.");
        }
        return Check.good("file", name + "：与清单相符。", name + ": as in the manifest.");
    }
}
