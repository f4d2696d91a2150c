package org.kezheng.platform.emergency;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.Emergency;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.EmergencyNotice;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.speech.Prompts;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Turns the switch. The entry in the ledger and the turn are committed together, and only then the lines hear of it.
public final class EmergencySwitch {
    private static final Logger LOG = LoggerFactory.getLogger(EmergencySwitch.class);

    private final EmergencyRows rows;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Prompts prompts;
    private final Wiring wiring;
    private final ReentrantLock turning = new ReentrantLock();

    EmergencySwitch(
            EmergencyRows rows, AuditLedger ledger, TransactionTemplate transaction, Prompts prompts, Wiring wiring) {
        this.rows = rows;
        this.ledger = ledger;
        this.transaction = transaction;
        this.prompts = prompts;
        this.wiring = wiring;
    }

    /// Who hears of a turn, and when it is.
    record Wiring(Line line, LiveDesks desks, Clock clock) {}

    /// The lines of all clients.
    @FunctionalInterface
    public interface Line {
        /// Null: the switch is off.
        void switched(ClientId client, @Nullable Emergency emergency);
    }

    EmergencyView of(ClientId client) {
        return current(client).view();
    }

    private EmergencyRows.Turn current(ClientId client) {
        return ClientScope.call(client, () -> Objects.requireNonNull(transaction.execute(status -> rows.current())));
    }

    /// The times that the switch of the client was on, the last one first.
    ///
    /// @param before the turn that began the last one of the page before
    List<EmergencyRun> runs(ClientId client, long before, int limit) {
        return ClientScope.call(
                client, () -> Objects.requireNonNull(transaction.execute(status -> rows.runs(before, limit))));
    }

    /// What is said instead of the wording that ships; null: that wording.
    ///
    /// @param text in Chinese, read out in Mandarin and in Cantonese
    /// @param textEn in English
    record Wording(@Nullable String text, @Nullable String textEn) {
        boolean isShipped() {
            return text == null && textEn == null;
        }
    }

    /// @throws Problem when the announcement cannot be spoken: then nothing has changed
    EmergencyView turn(SignedIn who, EmergencyMode mode, EmergencyCause cause, Wording wording) {
        Map<Flow.Language, String> sounds;
        try {
            sounds = sounds(mode, wording);
        } catch (IOException mute) {
            throw Problem.unavailable("emergency.speech", Objects.requireNonNullElse(mute.getMessage(), ""));
        }
        EmergencyView turn = new EmergencyView(
                mode.code(),
                cause.code(),
                wording.text(),
                wording.textEn(),
                who.user(),
                wiring.clock().instant().truncatedTo(ChronoUnit.MICROS));
        // What the lines do is what was kept last.
        turning.lock();
        try {
            wiring.line().switched(who.client(), emergency(kept(who, turn, wording), mode, sounds));
            wiring.desks().emergencyTurned(who.client(), notice(turn));
        } finally {
            turning.unlock();
        }
        return turn;
    }

    /// The number of the turn, once it and its entry are committed.
    private long kept(SignedIn who, EmergencyView turn, Wording wording) {
        return ClientScope.call(
                who.client(),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    ledger.append(LedgerEntry.of(
                            "emergency.turned",
                            Actor.of(who),
                            Subject.of("client", who.client().value(), who.client()),
                            Map.of(
                                    "mode",
                                    turn.mode(),
                                    "cause",
                                    turn.cause(),
                                    "wording",
                                    wording.isShipped() ? "shipped" : "own")));
                    return rows.insert(turn);
                })));
    }

    /// After a start: what was in force is in force again. A closure holds even where nothing can be said.
    void restore(List<ClientId> clients) {
        for (ClientId client : clients) {
            EmergencyRows.Turn current = current(client);
            EmergencyView turn = current.view();
            wiring.desks().emergencyTurned(client, notice(turn));
            EmergencyMode mode = EmergencyMode.of(turn.mode()).orElse(EmergencyMode.OFF);
            Map<Flow.Language, String> sounds = Map.of();
            try {
                sounds = sounds(mode, new Wording(turn.text(), turn.textEn()));
            } catch (IOException mute) {
                LOG.error("The emergency announcement cannot be spoken: {}", mute.getMessage());
            }
            wiring.line().switched(client, emergency(current.id(), mode, sounds));
        }
    }

    private static EmergencyNotice notice(EmergencyView turn) {
        return new EmergencyNotice(turn.mode(), turn.cause(), turn.text(), turn.textEn(), turn.by(), turn.since());
    }

    /// A notice of which nothing can be said is none.
    private static @Nullable Emergency emergency(long turn, EmergencyMode mode, Map<Flow.Language, String> sounds) {
        return switch (mode) {
            case OFF -> null;
            case NOTICE -> sounds.isEmpty() ? null : new Emergency(turn, Emergency.Kind.NOTICE, sounds);
            case CLOSED -> new Emergency(turn, Emergency.Kind.CLOSED, sounds);
        };
    }

    private Map<Flow.Language, String> sounds(EmergencyMode mode, Wording wording) throws IOException {
        return switch (mode) {
            case OFF -> Map.of();
            case NOTICE -> files("emergency-notice", wording);
            case CLOSED -> files("emergency-closed", wording);
        };
    }

    /// A language that cannot be spoken is told in Chinese, without which nothing can be said at all.
    private Map<Flow.Language, String> files(String prompt, Wording wording) throws IOException {
        Map<Flow.Language, String> files = new EnumMap<>(Flow.Language.class);
        String first = file(prompt, wording.text(), Flow.Language.ZH);
        files.put(Flow.Language.ZH, first);
        for (Flow.Language language : List.of(Flow.Language.YUE, Flow.Language.EN)) {
            String text = language == Flow.Language.EN ? wording.textEn() : wording.text();
            try {
                files.put(language, file(prompt, text, language));
            } catch (IOException mute) {
                LOG.warn("The emergency announcement is not spoken in {}: {}", language.code(), mute.getMessage());
                files.put(language, first);
            }
        }
        return files;
    }

    private String file(String prompt, @Nullable String text, Flow.Language language) throws IOException {
        return text == null ? prompts.ofCatalogue(prompt, language) : prompts.ofText(text, language);
    }
}
