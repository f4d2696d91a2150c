package org.kezheng.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kezheng.testkit.telephony.Sound;

/// Prompts of an installation as recorded files, each a tone of its own, so that a caller's ear can tell them apart.
final class RecordedPrompts {
    private static final int SAMPLES = 2 * Sound.RATE;
    private static final double LOUDNESS = 9_000;

    private RecordedPrompts() {}

    /// Writes the recording of a Chinese prompt.
    static void record(Path dataDir, String prompt, double hertz) {
        record(dataDir, "zh", prompt, hertz);
    }

    /// Writes the recording of a prompt in that language, by its code.
    static void record(Path dataDir, String language, String prompt, double hertz) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(wav.capacity() - 8);
        wav.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(Sound.RATE).putInt(2 * Sound.RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(2 * SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            wav.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * hertz * i / Sound.RATE)));
        }
        try {
            Path file = dataDir.resolve("prompts").resolve(language).resolve(prompt + ".wav");
            Files.createDirectories(file.getParent());
            Files.write(file, wav.array());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
