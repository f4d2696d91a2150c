package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small pack, written for the tests alone. Each part can be replaced before it is sealed.
final class SamplePack {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    SamplePack() {
        SampleLedger ledger = SampleLedger.ofOneCall();
        put("case.pdf", "%PDF-1.4\n");
        put("data/call.json", "{\"id\":\"7\"}");
        put("data/explanation.json", "{}");
        put("data/journal.json", journal());
        put("data/recording.json", """
                {"state":"stored","sha256":"%s","ledgerIndex":1}""".formatted(SampleLedger.RECORDING));
        put("data/looked.json", looked(ledger, 1, 3, 4));
        put("data/figures.json", "{}");
        put("checkpoint.txt", ledger.note(Signer.PLATFORM));
    }

    SamplePack put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    byte[] sealedBy(Signer signer) {
        String manifest = """
                {"format":"kezheng-pack/1","kind":"case","id":"1","call":"7","made":"2027-01-15T08:06:00.000000Z",\
                "maker":"kezheng vector","key":"%s","files":[%s]}""".formatted(
                        Signer.PLATFORM.id(),
                        files.entrySet().stream().map(SamplePack::listed).collect(Collectors.joining(",")));
        return container(manifest, signature(signer, manifest));
    }

    byte[] container(String manifest, String signature) {
        return CanonicalZip.write(entries(manifest, signature));
    }

    List<CanonicalZip.Entry> entries(String manifest, String signature) {
        List<CanonicalZip.Entry> entries = new ArrayList<>();
        entries.add(new CanonicalZip.Entry("manifest.json", manifest.getBytes(StandardCharsets.UTF_8)));
        entries.add(new CanonicalZip.Entry("manifest.sig", signature.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> entries.add(new CanonicalZip.Entry(name, content)));
        return entries;
    }

    static String signature(Signer signer, String manifest) {
        byte[] signature = signer.sign(("kezheng-pack/1\n" + manifest).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature) + "\n";
    }

    private static String listed(Map.Entry<String, byte[]> file) {
        return "{\"name\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
                .formatted(file.getKey(), file.getValue().length, Hashes.hex(Hashes.sha256(file.getValue())));
    }

    static String looked(SampleLedger ledger, int... indexes) {
        return IntStream.of(indexes)
                .mapToObj(index -> "{\"index\":%d,\"entry\":\"%s\",\"proof\":[%s]}"
                        .formatted(
                                index,
                                ledger.entry(index).replace("\"", "\\\""),
                                ledger.proof(index).stream()
                                        .map(hash -> "\"" + hash + "\"")
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }

    /// A record as format version 1 of the journal had it; a pack is checked by its hashes, whatever it says.
    private static String journal() {
        byte[] payload = HexFormat.of()
                .parseHex("0006651728c646c000000000000000000000000000000004060701010402070101010301"
                        + "07d10f01010cd10f0304046e6f6e65070e01010107d10f");
        return "{\"contact\":\"7\",\"records\":[{\"position\":4,"
                + "\"before\":\"180f4c02abee507eb4dbe612edc2b290f31b1144f61e61916160812de770403a\",\"payload\":\""
                + Base64.getEncoder().encodeToString(payload)
                + "\",\"chain\":\"0b882b989a559d1f5c44e90481715af85ab97b19d7487c0f26d2e715640d939c\"}]}";
    }
}
