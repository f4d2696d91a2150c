package org.kezheng.testkit.browser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A WAV file of a tone in pulses: four tenths of a second on, two tenths off, as speech comes and goes. A steady tone
/// is noise to a browser's noise suppression, which removes it.
final class ToneFile {

    private static final int RATE = 48_000;
    private static final int SECONDS = 6;
    private static final double LOUDNESS = 12_000;

    private ToneFile() {}

    static Path write(double hertz) throws IOException {
        int bytes = RATE * SECONDS * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(bytes);
        for (int i = 0; i < RATE * SECONDS; i++) {
            boolean isOn = (i * 10L / RATE) % 6 < 4;
            double value = isOn ? LOUDNESS * Math.sin(2 * Math.PI * hertz * i / RATE) : 0;
            wav.putShort((short) value);
        }
        return Files.write(Files.createTempFile("kezheng-tone", ".wav"), wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
