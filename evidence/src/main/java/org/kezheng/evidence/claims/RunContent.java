package org.kezheng.evidence.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A run as it is kept and hashed: JSON, members in the order written here, instants with their full digits.
record RunContent(
        String id, String probe, String startedAt, String endedAt, String trigger, String outcome, List<Check> checks) {
    /// Stands before the first run.
    static final String NOTHING = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String of(ProbeRun run) {
        return JSON.writeValueAsString(new RunContent(
                run.id(),
                run.probe(),
                run.startedAt().toString(),
                run.endedAt().toString(),
                run.trigger().code(),
                run.outcome().code(),
                run.checks()));
    }

    static RunContent parse(String content) {
        return JSON.readValue(content, RunContent.class);
    }

    static String hash(String previous, String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previous));
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
