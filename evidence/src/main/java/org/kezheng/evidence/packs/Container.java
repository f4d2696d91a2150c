package org.kezheng.evidence.packs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// The ZIP file of a pack: stored entries, one fixed time, nothing that a writer could choose.
final class Container {
    private static final int VERSION = 10;
    private static final int FIRST_DAY = 0x21;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Container() {}

    static byte[] of(List<PackFile> files) {
        Container container = new Container();
        List<Integer> offsets = new ArrayList<>();
        for (PackFile file : files) {
            offsets.add(container.out.size());
            container.entry(file);
        }
        int directory = container.out.size();
        for (int i = 0; i < files.size(); i++) {
            container.line(files.get(i), offsets.get(i));
        }
        container.end(files.size(), directory);
        return container.out.toByteArray();
    }

    private void entry(PackFile file) {
        u32(0x04034b50);
        described(file);
        name(file);
        out.writeBytes(file.content());
    }

    private void line(PackFile file, int offset) {
        u32(0x02014b50);
        u16(VERSION);
        described(file);
        u16(0); // comment
        u16(0); // disk
        u16(0); // internal attributes
        u32(0); // external attributes
        u32(offset);
        name(file);
    }

    private void end(int count, int directory) {
        int length = out.size() - directory;
        u32(0x06054b50);
        u16(0);
        u16(0);
        u16(count);
        u16(count);
        u32(length);
        u32(directory);
        u16(0);
    }

    private void described(PackFile file) {
        CRC32 check = new CRC32();
        check.update(file.content());
        u16(VERSION);
        u16(0); // flags
        u16(0); // stored
        u16(0); // time
        u16(FIRST_DAY);
        u32((int) check.getValue());
        u32(file.content().length);
        u32(file.content().length);
        u16(file.name().length());
        u16(0); // extra field
    }

    private void name(PackFile file) {
        out.writeBytes(file.name().getBytes(StandardCharsets.US_ASCII));
    }

    private void u16(int value) {
        out.write(value);
        out.write(value >> 8);
    }

    private void u32(int value) {
        u16(value);
        u16(value >> 16);
    }
}
