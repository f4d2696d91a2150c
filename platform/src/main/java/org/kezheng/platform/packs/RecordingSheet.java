package org.kezheng.platform.packs;

import java.util.Optional;
import org.kezheng.security.ledger.SequencedEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a pack says of the recordings: what the call's particulars tell of the last talk and of each, and the ledger's
/// entries that must tell the same.
final class RecordingSheet {
    private RecordingSheet() {}

    static ObjectNode of(JsonNode details, WhoLooked.Sheet ledger, ObjectMapper json) {
        ObjectNode sheet = json.createObjectNode();
        if (details.get("recording") instanceof ObjectNode told) {
            sheet.setAll(told);
        } else {
            sheet.put("state", "none");
        }
        enter(sheet, ledger);
        ArrayNode talks = sheet.putArray("talks");
        for (JsonNode each : details.path("talks")) {
            if (each.deepCopy() instanceof ObjectNode talk) {
                enter(talk, ledger);
                talks.add(talk);
            }
        }
        return sheet;
    }

    /// Without an entry the pack says so to whoever verifies it: no ledger has this index.
    private static void enter(ObjectNode talk, WhoLooked.Sheet ledger) {
        if (talk.path("state").asString("").equals("stored")) {
            String sha256 = talk.path("sha256").asString("");
            talk.put(
                    "ledgerIndex",
                    stored(ledger, sha256).map(SequencedEntry::index).orElse(-1L));
        }
    }

    private static Optional<SequencedEntry> stored(WhoLooked.Sheet ledger, String sha256) {
        return ledger.entries().stream()
                .filter(entry -> entry.entry().action().equals("recording.stored"))
                .filter(entry -> sha256.equals(entry.entry().facts().get("sha256")))
                .findFirst();
    }
}
