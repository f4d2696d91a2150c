package org.kezheng.platform.listening;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.ContactView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTalk;
import org.kezheng.security.access.SignedIn;

/// Who listens in to which talk. A listener's leg is no part of the call: it ends with the agent's leg, with the talk,
/// with the listener's sign-in, and with the platform's next start.
public final class Listenings {
    /// More would be heard by nobody's good.
    static final int MOST_OF_A_TALK = 4;

    private static final long CHANGE_SECONDS = 4;

    private final ListenerLine line;
    private final ListeningRecords records;
    private final Notices notices;
    private final LiveDesks desks;
    private final Directory directory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<Long, Listener> listeners = new HashMap<>();

    Listenings(ListenerLine line, ListeningRecords records, Notices notices, LiveDesks desks, Directory directory) {
        this.line = line;
        this.records = records;
        this.notices = notices;
        this.desks = desks;
        this.directory = directory;
    }

    /// Rings the listener's telephone, or changes the mode in which this very person listens to the call already.
    ListeningView listen(SignedIn who, ContactId call, ListenerMode mode) {
        LiveTalk talk = talk(who, call);
        requireAllowed(who, talk);
        Optional<Listener> present = ownOf(who);
        if (present.isEmpty()) {
            return begin(who, call, talk, mode);
        }
        Listener own = present.get();
        if (!own.call.equals(call)) {
            throw Problem.conflict("listening.elsewhere", "You listen to another call; end that first");
        }
        change(own, mode, "desk");
        return view(own);
    }

    /// Ends what this person listens to; nothing where nobody listens to that call.
    void end(SignedIn who, ContactId call) {
        Optional<Listener> own = ownOf(who).filter(listener -> listener.call.equals(call));
        boolean isKnown = own.isPresent()
                || desks.placeOf(call)
                        .filter(place -> place.client().value() == who.client().value())
                        .isPresent();
        if (!isKnown) {
            throw Problem.notFound("call.unknown");
        }
        own.ifPresent(listener -> end(listener, "listener"));
    }

    /// Who listens to the contact now.
    List<ContactView.Listener> of(long contact) {
        lock.lock();
        try {
            return listeners.values().stream()
                    .filter(listener -> listener.call.value() == contact)
                    .map(Listenings::live)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private static ContactView.Listener live(Listener listener) {
        return new ContactView.Listener(
                listener.who.user(),
                listener.who.displayName(),
                listener.mode.code(),
                listener.isUp ? "listening" : "ringing",
                listener.since);
    }

    /// The talk is over, or goes on without this agent.
    void talkOver(ContactId call) {
        all(listener -> listener.call.equals(call)).forEach(listener -> end(listener, "talk"));
    }

    /// The parties of the talk are moved: whoever had barged in whispers, so that nobody is heard by somebody unasked.
    void partiesMoved(ContactId call) {
        all(listener -> listener.call.equals(call) && listener.mode == ListenerMode.BARGE && listener.isUp)
                .forEach(listener -> change(listener, ListenerMode.WHISPER, "talk"));
    }

    /// A sign-in has ended, and with it what was listened to from it.
    public void sessionEnded(SignedIn who) {
        all(listener -> listener.who.session().equals(who.session())).forEach(listener -> end(listener, "session"));
    }

    /// Ends what this person listens to, because the telephone is needed for a call.
    public void freePhoneOf(SignedIn who) {
        ownOf(who).ifPresent(own -> {
            end(own, "listener");
            await(() -> !listeners.containsKey(own.id));
        });
    }

    /// The listener's telephone is answered.
    void answered(long id) {
        Listener listener = get(id);
        if (listener == null) {
            line.end(id);
            return;
        }
        ListenerMode wanted;
        lock.lock();
        try {
            listener.isUp = true;
            wanted = listener.wanted;
        } finally {
            lock.unlock();
        }
        tell(listener);
        if (wanted != null && wanted != listener.mode) {
            order(listener, wanted);
        }
    }

    /// The PBX has changed to the mode, by an order or by a key of the listener's telephone.
    void modeIs(long id, ListenerMode mode) {
        Listener listener = get(id);
        if (listener == null || listener.mode == mode) {
            return;
        }
        if (listener.wanted != mode) {
            records.changed(listener, mode, "key");
        }
        enter(listener, mode);
    }

    /// The leg is gone.
    void gone(long id) {
        Listener listener;
        lock.lock();
        try {
            listener = listeners.remove(id);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        if (listener != null) {
            records.ended(listener, listener.isEnding ? "listener" : listener.isUp ? "line" : "refused");
            tell(listener);
        }
    }

    /// The legs that are on the PBX: whatever is not known is ended, as one of before a start.
    void present(Set<Long> ids) {
        for (long id : ids) {
            if (get(id) == null) {
                line.end(id);
            }
        }
        all(listener -> listener.isUp && !ids.contains(listener.id)).forEach(listener -> gone(listener.id));
    }

    private ListeningView begin(SignedIn who, ContactId call, LiveTalk talk, ListenerMode mode) {
        if (of(call.value()).size() >= MOST_OF_A_TALK) {
            throw Problem.conflict("listening.full", "So many listen to this call already; wait until one has left");
        }
        AgentView self = desks.agent(new AgentId(who.account().value()));
        if (self.call() != null) {
            throw Problem.conflict("listening.own-call", "You have a call of your own; end it, or its wrap-up, first");
        }
        if (self.device().kind().equals("none")) {
            // Nothing begins, so nothing of it is recorded.
            throw refusal(ListenerLine.Outcome.NO_DEVICE);
        }
        String agent = directory.agentUser(talk.agent().value());
        Listener listener = records.begin(who, agent, call, new Listener.Talk(talk.offer(), talk.agent()), mode);
        lock.lock();
        try {
            listeners.put(listener.id, listener);
            listener.wanted = mode;
        } finally {
            lock.unlock();
        }
        ListenerLine.Outcome outcome = line.begin(new ListenerLine.Wanted(
                listener.id, new AgentId(who.account().value()), call, talk.offer(), talk.queue(), mode));
        switch (outcome) {
            case DONE -> tell(listener);
            case ASKED -> enter(listener, ListenerMode.WHISPER);
            case NO_DEVICE, GONE, NOT_DONE -> {
                gone(listener.id);
                throw refusal(outcome);
            }
        }
        return view(listener);
    }

    private void change(Listener listener, ListenerMode mode, String by) {
        if (!listener.isUp) {
            throw Problem.conflict("listening.ringing", "Your telephone rings; answer it first");
        }
        if (listener.mode == mode) {
            return;
        }
        // A change that makes the listener less heard is made even where it cannot be recorded.
        if (by.equals("desk")) {
            records.changed(listener, mode, by);
        }
        order(listener, mode);
        if (!by.equals("desk")) {
            records.changed(listener, mode, by);
        }
    }

    private void order(Listener listener, ListenerMode mode) {
        lock.lock();
        try {
            listener.wanted = mode;
        } finally {
            lock.unlock();
        }
        ListenerLine.Outcome outcome = line.change(listener.id, listener.call, mode);
        switch (outcome) {
            case DONE -> enter(listener, mode);
            case ASKED -> {
                if (!await(() -> listener.mode == mode || !listeners.containsKey(listener.id))) {
                    throw refusal(ListenerLine.Outcome.NOT_DONE);
                }
            }
            case NO_DEVICE, GONE, NOT_DONE -> throw refusal(outcome);
        }
    }

    private void enter(Listener listener, ListenerMode mode) {
        lock.lock();
        try {
            listener.mode = mode;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        tell(listener);
    }

    private void end(Listener listener, String cause) {
        lock.lock();
        try {
            listener.isEnding = true;
        } finally {
            lock.unlock();
        }
        records.ended(listener, cause);
        line.end(listener.id);
    }

    private LiveTalk talk(SignedIn who, ContactId call) {
        LiveTalk talk = desks.talkOf(call)
                .filter(found -> found.client().value() == who.client().value())
                .orElseThrow(() -> Problem.notFound("call.unknown"));
        if (talk.agent().value() == who.account().value()) {
            throw Problem.conflict("listening.own-call", "This is your own call");
        }
        return talk;
    }

    /// Nobody is listened to who was not told that this happens.
    private void requireAllowed(SignedIn who, LiveTalk talk) {
        if (!notices.isAcknowledged(talk.agent(), who.client())) {
            throw Problem.conflict(
                    "listening.notice",
                    "The agent has not acknowledged version " + notices.version()
                            + " of the notice that supervisors may listen in; it waits on the agent's desk");
        }
    }

    private static Problem refusal(ListenerLine.Outcome outcome) {
        return switch (outcome) {
            case NO_DEVICE ->
                Problem.conflict(
                        "listening.no-phone",
                        "You have no telephone; open your desk in a browser, or choose a SIP phone");
            case GONE -> Problem.conflict("listening.over", "The talk, or your listening, is over");
            case DONE, ASKED, NOT_DONE ->
                Problem.unavailable("listening.pbx", "The PBX did not do it; look at your desk, then try again");
        };
    }

    private Optional<Listener> ownOf(SignedIn who) {
        return all(listener -> listener.who.account().equals(who.account()) && !listener.isEnding).stream()
                .findFirst();
    }

    private List<Listener> all(Predicate<Listener> wanted) {
        lock.lock();
        try {
            return listeners.values().stream().filter(wanted).toList();
        } finally {
            lock.unlock();
        }
    }

    Set<Long> living() {
        lock.lock();
        try {
            return Set.copyOf(listeners.keySet());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Listener get(long id) {
        lock.lock();
        try {
            return listeners.get(id);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for something that signs of the PBX bring about.
    private boolean await(BooleanSupplier isSo) {
        long left = TimeUnit.SECONDS.toNanos(CHANGE_SECONDS);
        lock.lock();
        try {
            while (!isSo.getAsBoolean() && left > 0) {
                left = moved.awaitNanos(left);
            }
            return isSo.getAsBoolean();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Listener listener) {
        desks.listenersChanged(listener.call);
    }

    private ListeningView view(Listener listener) {
        return new ListeningView(
                Long.toString(listener.call.value()),
                directory.agentUser(listener.agent.value()),
                listener.mode.code(),
                listener.isUp ? "listening" : "ringing",
                listener.since);
    }

    /// How somebody listens.
    ///
    /// @param state `ringing`: the own telephone rings; then `listening`
    record ListeningView(String call, String agent, String mode, String state, Instant since) {}
}
