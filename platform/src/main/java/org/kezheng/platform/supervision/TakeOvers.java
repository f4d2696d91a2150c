package org.kezheng.platform.supervision;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.platform.desk.Acd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Take-overs under way: the supervisor's telephone is called by an internal call on nobody's behalf, and when it is
/// answered the talk goes over. Until then nothing of the talk is touched; if it ends meanwhile, so does the call to
/// the supervisor.
final class TakeOvers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TakeOvers.class);

    private final Acd acd;
    /// By the internal call.
    private final Map<ContactId, Wanted> underWay = new ConcurrentHashMap<>();
    /// Records come on the engine's publishing thread, which must not wait for the engine.
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("kezheng-take-over").daemon().factory());

    TakeOvers(Acd acd) {
        this.acd = acd;
    }

    /// A talk, and who is to have it.
    record Wanted(ContactId call, AgentId by) {}

    /// The supervisor's telephone is about to be called.
    void begin(ContactId inner, Wanted wanted) {
        underWay.put(inner, wanted);
    }

    void forget(ContactId inner) {
        underWay.remove(inner);
    }

    boolean isUnderWay(ContactId call) {
        return underWay.values().stream().anyMatch(wanted -> wanted.call().equals(call));
    }

    void recorded(JournalRecord record) {
        for (Event event : record.events()) {
            if (event instanceof Event.ContactAnswered(var contact, var offer, var agent)) {
                Wanted wanted = underWay.remove(contact);
                if (wanted != null) {
                    thread.execute(() -> complete(contact, wanted));
                }
            } else if (event instanceof Event.ContactEnded(var contact, var outcome)) {
                underWay.remove(contact);
                callOff(contact);
            } else if (event instanceof Event.ContactTransferred transferred) {
                callOff(transferred.contact());
            }
        }
    }

    /// The talk that was wanted is no more.
    private void callOff(ContactId call) {
        underWay.forEach((inner, wanted) -> {
            if (wanted.call().equals(call) && underWay.remove(inner, wanted)) {
                thread.execute(() -> leave(inner));
            }
        });
    }

    private void complete(ContactId inner, Wanted wanted) {
        try {
            Optional<Refusal> refusal = acd.refusalOf(new Command.TakeOver(wanted.call(), wanted.by()));
            refusal.ifPresent(why -> {
                LOG.atInfo()
                        .addKeyValue("call", wanted.call().value())
                        .addKeyValue("refusal", why)
                        .log("A talk was not taken over");
                leave(inner);
            });
        } catch (RuntimeException failure) {
            leave(inner);
        }
    }

    private void leave(ContactId inner) {
        try {
            acd.refusalOf(new Command.Leave(inner, LeaveCause.REFUSED));
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("call", inner.value()).log("The call to a supervisor may still stand");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
