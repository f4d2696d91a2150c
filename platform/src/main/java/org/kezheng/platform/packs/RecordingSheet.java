package org.kezheng.platform.packs;

import java.util.Optional;
import org.kezheng.security.ledger.SequencedEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a pack says of the recording: what the call's particulars tell, and the ledger's entry that must tell the same.
final class RecordingSheet {
    private RecordingSheet() {}

    static ObjectNode of(JsonNode details, WhoLooked.Sheet ledger, ObjectMapper json) {
        ObjectNode sheet = json.createObjectNode();
        if (details.get("recording") instanceof ObjectNode told) {
            sheet.setAll(told);
        } else {
            sheet.put("state", "none");
        }
        if (sheet.path("state").asString("").equals("stored")) {
            String sha256 = sheet.path("sha256").asString("");
            // Without an entry the pack says so to whoever verifies it: no ledger has this index.
            sheet.put(
                    "ledgerIndex",
                    stored(ledger, sha256).map(SequencedEntry::index).orElse(-1L));
        }
        return sheet;
    }

    private static Optional<SequencedEntry> stored(WhoLooked.Sheet ledger, String sha256) {
        return ledger.entries().stream()
                .filter(entry -> entry.entry().action().equals("recording.stored"))
                .filter(entry -> sha256.equals(entry.entry().facts().get("sha256")))
                .findFirst();
    }
}
