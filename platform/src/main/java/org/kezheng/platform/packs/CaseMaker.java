package org.kezheng.platform.packs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.journal.JournalLink;
import org.kezheng.acd.journal.JournalLinks;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.packs.CasePaper;
import org.kezheng.evidence.packs.CasePdf;
import org.kezheng.evidence.packs.ContactRecords;
import org.kezheng.evidence.packs.PackFile;
import org.kezheng.evidence.packs.PackWriter;
import org.kezheng.platform.calls.CallSheets;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.signing.EvidenceSigner;
import org.kezheng.security.tenancy.ClientScope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Makes the pack of a single call out of what the modules tell of it.
final class CaseMaker {
    private static final int MOST_RECORDS = 10_000;
    private static final String MAKER =
            "kezheng " + Objects.requireNonNullElse(CaseMaker.class.getPackage().getImplementationVersion(), "built");

    private final CallSheets sheets;
    private final Sources sources;
    private final EvidenceSigner signer;
    private final Site site;
    private final ObjectMapper json;

    CaseMaker(CallSheets sheets, Sources sources, EvidenceSigner signer, Site site, ObjectMapper json) {
        this.sheets = sheets;
        this.sources = sources;
        this.signer = signer;
        this.site = site;
        this.json = json;
    }

    /// Where things stand.
    ///
    /// @param font with which papers are set
    record Site(Path journal, Path font, ZoneId zone) {}

    /// Who tells what the call's own particulars do not.
    record Sources(WhoLooked looked, DayFigures figures) {}

    /// What is to be made.
    record Order(long id, Call call, SignedIn who, Instant at) {}

    /// The pack's bytes, for the client in scope.
    ///
    /// @throws IOException when the font cannot be read
    byte[] make(Order order) throws IOException {
        Call call = order.call();
        JsonNode details = sheets.details(call, order.who());
        JsonNode explanation = sheets.explanation(call);
        WhoLooked.Sheet ledger = sources.looked().at(call.contact(), ClientScope.required());
        JsonNode recording = RecordingSheet.of(details, ledger, json);
        JsonNode day = json.valueToTree(sources.figures().of(call));
        String id = Long.toString(order.id());
        CasePaper paper = new CaseStory(site.zone())
                .paper(
                        new CaseStory.Facts(details, explanation, recording, day, ledger),
                        id,
                        order.at(),
                        signer.keyId());
        return PackWriter.sealCase(
                new PackWriter.Head(id, Long.toString(call.contact()), order.at(), MAKER),
                List.of(
                        new PackFile("case.pdf", CasePdf.with(site.font()).set(paper)),
                        file("data/call.json", details),
                        file("data/explanation.json", explanation),
                        file("data/journal.json", journal(call)),
                        file("data/recording.json", recording),
                        file("data/looked.json", json.valueToTree(ledger.looked())),
                        file("data/figures.json", day),
                        PackFile.of("checkpoint.txt", ledger.note())),
                signer);
    }

    private JsonNode journal(Call call) {
        record Journal(String contact, List<JournalLink> records) {}
        List<JournalLink> links = JournalLinks.from(
                site.journal(),
                call.journalPosition(),
                MOST_RECORDS,
                ContactRecords.about(new ContactId(call.contact())));
        return json.valueToTree(new Journal(Long.toString(call.contact()), links));
    }

    private PackFile file(String name, JsonNode content) {
        return PackFile.of(name, json.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    }
}
