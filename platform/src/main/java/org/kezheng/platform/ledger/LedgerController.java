package org.kezheng.platform.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.Checkpoint;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.LedgerReader;
import org.kezheng.security.ledger.SequencedEntry;
import org.kezheng.security.ledger.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/ledger`: who did what, for screens and for whoever checks it elsewhere.
@RestController
class LedgerController {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerController.class);
    private static final int OPERATOR = 0;
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final AuditLedger ledger;
    private final Checkpoints checkpoints;
    private final LedgerReader reader;
    private final TransactionTemplate transaction;

    LedgerController(
            AuditLedger ledger, Checkpoints checkpoints, LedgerReader reader, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.reader = reader;
        this.transaction = transaction;
    }

    /// An entry as a screen shows it.
    ///
    /// @param index its leaf's number in the tree
    record EntryView(
            long index,
            Instant at,
            String actor,
            String role,
            String address,
            String action,
            SortedMap<String, String> facts) {
        static EntryView of(SequencedEntry found) {
            Actor actor = found.entry().actor();
            return new EntryView(
                    found.index(),
                    found.at(),
                    actor.user(),
                    actor.role(),
                    actor.address(),
                    found.entry().action(),
                    found.entry().facts());
        }
    }

    /// The form is the same whatever the asking program says it takes.
    @GetMapping("/api/ledger/checkpoint")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok().contentType(PLAIN).body(signed().note());
    }

    /// The ledger: entries about other clients by the hash of their leaf alone. That it was exported stands in it.
    @GetMapping("/api/ledger/export")
    void export(@AuthenticationPrincipal SignedIn who, HttpServletResponse response) throws IOException {
        transaction.executeWithoutResult(status ->
                ledger.append(LedgerEntry.of("ledger.exported", Actor.of(who), Subject.ofOperator("ledger", "all"))));
        Checkpoint head = signed();
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"ledger-" + head.size() + ".ndjson\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        reader.exportFor(who.client(), head, out);
        // Only a whole export is ended: what broke off must not look like one.
        out.flush();
    }

    /// What was done to one thing of the asking person's client, or of the operator; earliest first.
    @GetMapping("/api/ledger/entries")
    List<EntryView> entries(
            @RequestParam("kind") String kind, @RequestParam("id") String id, @AuthenticationPrincipal SignedIn who) {
        checkpoints.sequence();
        return Stream.of(who.client().value(), OPERATOR)
                .flatMap(client -> reader.about(subject(kind, id, client)).stream())
                .sorted(Comparator.comparingLong(SequencedEntry::index))
                .map(EntryView::of)
                .toList();
    }

    private Checkpoint signed() {
        try {
            return checkpoints.now();
        } catch (UncheckedIOException refused) {
            LOG.error("The file of checkpoints takes nothing", refused);
            throw Problem.unavailable(
                    "ledger.file", "The file of checkpoints takes nothing; a head that is not kept is not given out");
        }
    }

    /// A kind that there is not would otherwise be taken for a thing to which nobody did anything.
    private static Subject subject(String kind, String id, int client) {
        boolean isOfClients = Subject.kindsOfClients().contains(kind);
        if (!isOfClients && !Subject.kindsOfTheOperator().contains(kind)) {
            NavigableSet<String> kinds = new TreeSet<>(Subject.kindsOfClients());
            kinds.addAll(Subject.kindsOfTheOperator());
            throw Problem.invalid("kind", "ledger.kind", "One of " + String.join(", ", kinds));
        }
        if (isOfClients && !id.matches("[0-9]{1,19}")) {
            throw Problem.invalid("id", "field.id", "The number of the " + kind);
        }
        try {
            return new Subject(kind, id, client);
        } catch (IllegalArgumentException unfit) {
            throw Problem.invalid("id", "field.id", "An id as it stands in the ledger");
        }
    }
}
