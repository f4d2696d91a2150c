package org.kezheng.verifier;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What the files of a single case say must agree: with each other, and with the ledger.
final class CaseChecks {
    private static final List<String> FILES = List.of(
            "case.pdf",
            "data/call.json",
            "data/explanation.json",
            "data/journal.json",
            "data/recording.json",
            "data/looked.json",
            "data/figures.json",
            "checkpoint.txt");

    private final Verification verification;
    private final Map<String, byte[]> files;
    private final List<Check> checks = new ArrayList<>();

    CaseChecks(Verification verification, Map<String, byte[]> files) {
        this.verification = verification;
        this.files = files;
    }

    List<Check> check(JsonObject manifest) throws DisprovedException {
        if (!List.copyOf(files.keySet()).equals(FILES)) {
            throw new DisprovedException(
                    "单个案例的证据包应正好有这些文件：" + FILES, "A pack of a single case has exactly these files: " + FILES);
        }
        String call = manifest.text("call");
        each("call", () -> subject(call));
        each("journal", () -> journal());
        try {
            ledger(SignedNote.parse(SignedNote.utf8(file("checkpoint.txt"))), call);
        } catch (DisprovedException e) {
            checks.add(e.as("checkpoint"));
        } catch (CharacterCodingException e) {
            checks.add(Json.unreadable().as("checkpoint"));
        }
        return checks;
    }

    private interface Checking {
        Check check() throws DisprovedException;
    }

    private void each(String code, Checking checking) {
        try {
            checks.add(checking.check());
        } catch (DisprovedException e) {
            checks.add(e.as(code));
        }
    }

    private byte[] file(String name) throws DisprovedException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new DisprovedException("缺少 " + name, "Missing: " + name);
        }
        return content;
    }

    private JsonObject json(String name) throws DisprovedException {
        try {
            return Json.object(file(name));
        } catch (DisprovedException e) {
            throw new DisprovedException(name + "：" + e.zh(), name + ": " + e.en());
        }
    }

    private Check subject(String call) throws DisprovedException {
        json("data/explanation.json");
        json("data/figures.json");
        if (!json("data/call.json").text("id").equals(call)
                || !json("data/journal.json").text("contact").equals(call)) {
            throw new DisprovedException("各文件所述不是同一通话。", "The files do not speak of one and the same call.");
        }
        return Check.good("call", "各文件所述为同一通话。", "The files speak of one and the same call.");
    }

    private Check journal() throws DisprovedException {
        long last = 0;
        List<JsonObject> records = json("data/journal.json").objects("records");
        for (JsonObject each : records) {
            long position = each.number("position");
            byte[] chain = Hashes.sha256(each.hash("before"), payload(each.text("payload")));
            if (position <= last || !Arrays.equals(chain, each.hash("chain"))) {
                throw new DisprovedException(
                        "日志第 " + position + " 条与其链式散列不符。",
                        "Record " + position + " of the journal does not give its chain hash.");
            }
            last = position;
        }
        if (records.isEmpty()) {
            throw new DisprovedException("没有日志记录。", "There is no record of the journal.");
        }
        return Check.good(
                "journal",
                "此通话的 " + records.size() + " 条日志记录均与其链式散列相符。",
                "The " + records.size() + " records of the journal about this call give their chain hashes.");
    }

    private static byte[] payload(String base64) throws DisprovedException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Json.unreadable();
        }
    }

    private void ledger(SignedNote note, String call) throws DisprovedException {
        TrustKey trust = verification.trust();
        if (trust != null) {
            checks.add(LedgerProofs.signed(note, trust));
        }
        SignedNote earlier = verification.earlier();
        if (earlier != null) {
            checks.add(earlier(earlier, note));
        }
        SortedMap<Long, JsonObject> entries;
        try {
            entries = LedgerProofs.entries(json("data/looked.json"), note);
            aboutThisCall(entries, call);
            checks.add(Check.good(
                    "looked",
                    entries.size() + " 条账本记录均在检查点所证的账本中。",
                    entries.size() + " entries are in the ledger that the checkpoint signs for."));
        } catch (DisprovedException e) {
            checks.add(e.as("looked"));
            return;
        }
        each("recording", () -> recording(entries));
    }

    private static void aboutThisCall(SortedMap<Long, JsonObject> entries, String call) throws DisprovedException {
        for (JsonObject entry : entries.values()) {
            if (!entry.object("subject").text("id").equals(call)) {
                throw new DisprovedException("有账本记录与此通话无关。", "An entry of the ledger is about something else.");
            }
        }
    }

    private Check recording(SortedMap<Long, JsonObject> entries) throws DisprovedException {
        JsonObject recording = json("data/recording.json");
        List<JsonObject> claimed = new ArrayList<>(List.of(recording));
        if (recording.has("talks")) {
            claimed.addAll(recording.objects("talks"));
        }
        recording.text("state");
        claimed.removeIf(each -> !each.isText("state", "stored"));
        for (JsonObject each : claimed) {
            stored(each, entries);
        }
        return claimed.isEmpty()
                ? Check.good("recording", "此包未声称有录音。", "The pack does not claim that there is a recording.")
                : Check.good(
                        "recording",
                        "每段录音的散列与其存入时账本所记相符。",
                        "Each recording's hash is the one that the ledger took down when it was stored.");
    }

    private static void stored(JsonObject recording, SortedMap<Long, JsonObject> entries) throws DisprovedException {
        JsonObject entry = entries.get(recording.number("ledgerIndex"));
        if (entry == null
                || !entry.text("action").equals("recording.stored")
                || !entry.object("facts").text("sha256").equals(recording.text("sha256"))) {
            throw new DisprovedException(
                    "录音的散列与其存入时账本所记不符。",
                    "The recording's hash is not the one that the ledger took down when it was stored.");
        }
        recording.hash("sha256");
    }

    private Check earlier(SignedNote earlier, SignedNote note) {
        if (earlier.size() != note.size()) {
            return LedgerProofs.earlier(
                    earlier,
                    verification.trust(),
                    true,
                    "与早先检查点并无矛盾（条数不同；一者是否延续另一者，须以账本导出核验）。",
                    "Does not contradict the earlier checkpoint (other sizes: that one extends the other, only an export shows).");
        }
        boolean same = note.hasRoot(earlier.root());
        return LedgerProofs.earlier(
                earlier,
                verification.trust(),
                same,
                same ? "与早先检查点相同。" : "与同样条数的早先检查点矛盾：账本曾被改写。",
                same
                        ? "The same as the earlier checkpoint."
                        : "Contradicts the earlier checkpoint of the same size: the ledger was rewritten.");
    }
}
