package org.kezheng.platform.samples;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Draws without chance: who has the seed and the population draws the same again. Each talk's lot is SHA-256 of the
/// seed's digits, a colon and the offer's digits; the smallest lots are drawn, in their order.
final class Draw {
    private static final int SEED_BYTES = 16;

    private Draw() {}

    static String newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    static List<Long> of(List<Long> population, int size, String seed) {
        record Lot(long offer, String hash) {}
        return population.stream()
                .map(offer -> new Lot(offer, lot(seed, offer)))
                .sorted(Comparator.comparing(Lot::hash))
                .limit(size)
                .map(Lot::offer)
                .toList();
    }

    private static String lot(String seed, long offer) {
        try {
            byte[] text = (seed + ":" + offer).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
