package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A pack of a call as somebody has it who downloaded it: bytes, and what can be done to them.
final class CasePack {

    private static final Duration MADE_WITHIN = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIRST_DAY = 0x21;
    private static final short VERSION = 10;

    private final byte[] bytes;

    CasePack(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// The whole file.
    byte[] bytes() {
        return bytes.clone();
    }

    /// Has a pack made, and downloads it.
    static CasePack of(ApiClient auditor, String call) {
        JsonNode made = make(auditor, call);
        byte[] content = auditor.download("/api/packs/" + made.path("id").asString() + "/content");
        assertThat(content).hasSize(made.path("bytes").asInt());
        return new CasePack(content);
    }

    /// Has a pack made; comes back when it is ready.
    static JsonNode make(ApiClient auditor, String call) {
        JsonNode begun = auditor.send("POST", "/api/packs", Map.of("kind", "case", "call", call))
                .expect(202)
                .json();
        JsonNode made = Await.until(
                "the pack is made",
                MADE_WITHIN,
                () -> auditor.read("/api/packs/" + begun.path("id").asString()),
                pack -> !pack.path("state").asString().equals("making"));
        assertThat(made.path("state").asString()).isEqualTo("ready");
        return made;
    }

    /// The files, in the order in which they stand.
    SequencedMap<String, byte[]> files() {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return files;
    }

    /// One of its files.
    byte[] file(String name) {
        byte[] content = files().get(name);
        if (content == null) {
            throw new AssertionError("the pack has no " + name);
        }
        return content;
    }

    /// One of its files, read.
    JsonNode json(String name) {
        return JSON.readTree(file(name));
    }

    /// Everything in it that is text.
    String text() {
        StringBuilder text = new StringBuilder();
        files().forEach((name, content) -> {
            if (!name.endsWith(".pdf")) {
                text.append(new String(content, StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }

    /// A container of these files, written as `docs/formats/pack.md` demands.
    static CasePack containing(Map<String, byte[]> files) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] name = file.getKey().getBytes(StandardCharsets.US_ASCII);
            byte[] content = file.getValue();
            byte[] common = ByteBuffer.allocate(26)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort(VERSION)
                    .putInt(0)
                    .putShort((short) 0)
                    .putShort((short) FIRST_DAY)
                    .putInt(crc(content))
                    .putInt(content.length)
                    .putInt(content.length)
                    .putShort((short) name.length)
                    .putShort((short) 0)
                    .array();
            directory.writeBytes(ByteBuffer.allocate(6)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x02014b50)
                    .putShort(VERSION)
                    .array());
            directory.writeBytes(common);
            directory.writeBytes(ByteBuffer.allocate(14)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(10, entries.size())
                    .array());
            directory.writeBytes(name);
            entries.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x04034b50)
                    .array());
            entries.writeBytes(common);
            entries.writeBytes(name);
            entries.writeBytes(content);
        }
        int begin = entries.size();
        entries.writeBytes(directory.toByteArray());
        entries.writeBytes(ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(directory.size())
                .putInt(begin)
                .array());
        return new CasePack(entries.toByteArray());
    }

    /// The same with one bit flipped.
    CasePack flippedAt(int position) {
        byte[] altered = bytes.clone();
        altered[position] ^= 1;
        return new CasePack(altered);
    }

    /// The first byte of each part of the container that a reader may treat in another way: the headers, names and
    /// contents of all entries, the lines of the directory, the end.
    List<Integer> parts() {
        List<Integer> parts = new ArrayList<>();
        ByteBuffer container = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (container.getInt(at) == 0x04034b50) {
            int name = at + 30;
            int content = name + container.getShort(at + 26);
            int end = content + container.getInt(at + 18);
            parts.addAll(List.of(at, at + 4, at + 6, at + 8, at + 10, at + 12, at + 14, at + 18, at + 22, at + 26));
            parts.addAll(List.of(at + 28, name, content, (content + end) / 2, end - 1));
            at = end;
        }
        while (container.getInt(at) == 0x02014b50) {
            for (int field : new int[] {0, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42, 46}) {
                parts.add(at + field);
            }
            at += 46 + container.getShort(at + 28);
        }
        for (int field : new int[] {0, 4, 6, 8, 10, 12, 16, 20}) {
            parts.add(at + field);
        }
        return parts;
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
