package org.kezheng.platform.live;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.measures.LiveFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.web.socket.CloseStatus;

/// Keeps the read model and the desks' connections. Records come in journal order; taking one never waits for a desk or
/// for PostgreSQL.
public final class LiveDesks {
    /// A difference of opinion scores.
    private static final double NOTICED = 0.1;

    private final LiveModel model;
    private final LiveViews views;
    private final Snapshots snapshots;
    private final Parties parties;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile LongConsumer shown = contact -> {};
    private final Map<Integer, EmergencyNotice> emergencies = new HashMap<>();
    private final OpenDesks open = new OpenDesks();

    /// @param device what an agent takes calls on
    /// @param scope what the figures of the day are taken over
    public LiveDesks(
            Directory directory,
            Parties parties,
            IntFunction<AgentView.Device> device,
            Clock clock,
            MeasureScope scope) {
        this.model = new LiveModel(scope);
        this.views = new LiveViews(directory, parties, device, clock, scope);
        this.snapshots = new Snapshots(views, clock);
        this.parties = parties;
        this.clock = clock;
    }

    /// Takes the records that were written before the start; no desk is connected yet.
    public void replay(Iterable<JournalRecord> records) {
        lock.lock();
        try {
            records.forEach(model::apply);
            model.contacts().forEach(this::lookUp);
        } finally {
            lock.unlock();
        }
    }

    /// Takes a durable record and tells the desks.
    public void accept(JournalRecord record) {
        lock.lock();
        try {
            LiveModel.Changes changes = model.apply(record);
            changes.contacts.forEach(id -> model.contact(id).ifPresent(this::lookUp));
            changes.queues.forEach(this::tellQueue);
            changes.contacts.forEach(id -> model.contact(id).ifPresent(this::tellContact));
            changes.agents.forEach(this::tellAgent);
            changes.gone.values().forEach(this::tellGone);
        } finally {
            lock.unlock();
        }
    }

    /// Tells that an agent's device is another one now.
    public void deviceChanged(AgentId agent) {
        lock.lock();
        try {
            tellAgent(agent.value());
        } finally {
            lock.unlock();
        }
    }

    /// Tells that somebody outside is called about a contact; `null`: nobody any more.
    public void outsideParty(ContactId contact, @Nullable OutsideParty party) {
        lock.lock();
        try {
            int agent = model.outsideParty(contact.value(), party);
            if (agent != 0) {
                tellAgent(agent);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Looks up again whom a database that was away could not tell. Called when it is back.
    public void completeParties() {
        Set<Long> unanswered = parties.takeUnanswered();
        if (unanswered.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            unanswered.forEach(id -> model.contact(id).ifPresent(this::lookUp));
        } finally {
            lock.unlock();
        }
    }

    /// How an agent stands now; signed out where the journal has never heard of one.
    public AgentView agent(AgentId agent) {
        lock.lock();
        try {
            return views.agent(agentOrSignedOut(agent.value()), model);
        } finally {
            lock.unlock();
        }
    }

    /// Whether a client has this contact, and it has not ended.
    public boolean hasContact(ContactId contact, ClientId client) {
        lock.lock();
        try {
            return model.contact(contact.value())
                    .filter(known -> known.client == client.value())
                    .isPresent();
        } finally {
            lock.unlock();
        }
    }

    /// Where a contact belongs; empty once it has ended.
    public Optional<LivePlace> placeOf(ContactId contact) {
        lock.lock();
        try {
            return model.contact(contact.value())
                    .map(known -> new LivePlace(
                            new org.kezheng.acd.engine.ClientId(known.client),
                            new QueueId(known.queue),
                            known.isInternal(),
                            known.kind == ContactKind.CALLBACK,
                            known.talk()));
        } finally {
            lock.unlock();
        }
    }

    /// The line of the customer of a contact that lives.
    public Optional<LiveLine> customersLine(long contact) {
        lock.lock();
        try {
            return model.contact(contact).map(known -> new LiveLine(known.id, 0, known.client, 0));
        } finally {
            lock.unlock();
        }
    }

    /// The talk of a contact; empty where nobody talks with it.
    public Optional<LiveTalk> talkOf(ContactId contact) {
        lock.lock();
        try {
            return model.contact(contact.value())
                    .filter(known -> known.stage == LiveContact.Stage.TALKING && views.isShown(known))
                    .map(views::talk);
        } finally {
            lock.unlock();
        }
    }

    /// The leg of the agent who has that offer of a contact that lives.
    public Optional<LiveLine> agentsLine(long offer) {
        lock.lock();
        try {
            return model.contacts().stream()
                    .filter(known -> known.offer == offer)
                    .findFirst()
                    .map(known -> new LiveLine(known.id, offer, known.client, known.agent));
        } finally {
            lock.unlock();
        }
    }

    /// Asked who listens to a contact, by its id; is to be short, and not to ask anything of the desks.
    public void listenedToBy(LongFunction<List<ContactView.Listener>> listeners) {
        views.listenedToBy(listeners);
    }

    /// Somebody began or ended to listen to the contact, or does so in another mode.
    public void listenersChanged(ContactId contact) {
        lock.lock();
        try {
            model.contact(contact.value()).ifPresent(this::tellContact);
        } finally {
            lock.unlock();
        }
    }

    /// What a line is like now. Desks are told when people would notice.
    ///
    /// @param offer whose leg it is; 0: the customer's
    public void lineHeard(long contact, long offer, ContactView.LineQuality quality) {
        lock.lock();
        try {
            model.contact(contact).ifPresent(known -> {
                ContactView.LineQuality before = known.worstLine();
                known.lines.put(offer, quality);
                ContactView.LineQuality now = known.worstLine();
                if (now != null && (before == null || isNoticed(before, now))) {
                    tellContact(known);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    /// How it stands with a customer whom the agent of that talk has lent to self-service. Of a talk that is over
    /// nothing is told.
    public void lent(ContactId contact, OfferId talk, ContactView.SelfService selfService) {
        lock.lock();
        try {
            model.contact(contact.value())
                    .filter(known -> known.stage == LiveContact.Stage.TALKING && known.offer == talk.value())
                    .ifPresent(known -> {
                        known.selfService = selfService;
                        tellContact(known);
                    });
        } finally {
            lock.unlock();
        }
    }

    /// Whether the customer of a contact is in self-service now.
    public boolean isLent(ContactId contact) {
        lock.lock();
        try {
            return model.contact(contact.value())
                    .map(known -> known.selfService)
                    .filter(service -> service.state().equals(ContactView.SelfService.LENT))
                    .isPresent();
        } finally {
            lock.unlock();
        }
    }

    /// A client's emergency switch stands like this from now on.
    public void emergencyTurned(ClientId client, EmergencyNotice notice) {
        lock.lock();
        try {
            emergencies.put(client.value(), notice);
            open.tell(connection -> connection.isOfClient(client.value()), new LiveFrame.Emergency(notice));
        } finally {
            lock.unlock();
        }
    }

    /// The calls whose parties may meet in a talk about this one: itself, the call to a colleague about it, or the
    /// one that it is about.
    public Set<Long> together(long contact) {
        lock.lock();
        try {
            long about = model.contact(contact)
                    .filter(LiveContact::isInternal)
                    .map(inner -> inner.precursor)
                    .filter(precursor -> precursor != 0)
                    .orElse(contact);
            Set<Long> calls = new TreeSet<>(List.of(contact, about));
            model.consultationOf(about).ifPresent(inner -> calls.add(inner.id));
            return calls;
        } finally {
            lock.unlock();
        }
    }

    /// Tells the desks of an agent, or of a supervisor who takes calls, that this is different now. Called when a
    /// reading would tell so, after the commit.
    public void changed(AgentId agent, LiveTopic topic) {
        open.tell(connection -> connection.isAgent(agent.value()), new LiveFrame.Changed(topic));
    }

    /// Tells the desks of whoever has that contact, or had it last, if anybody ever did.
    public void changed(long contact, LiveTopic topic) {
        lock.lock();
        try {
            model.contact(contact)
                    .map(known -> known.agent == 0 ? known.formerAgent : known.agent)
                    .filter(agent -> agent != 0)
                    .ifPresent(agent -> changed(new AgentId(agent), topic));
        } finally {
            lock.unlock();
        }
    }

    /// Tells all desks of a client.
    public void changedForAll(ClientId client, LiveTopic topic) {
        open.tell(connection -> connection.isOfClient(client.value()), new LiveFrame.Changed(topic));
    }

    /// Tells the desks that watch over a client's calls.
    public void changed(ClientId client, LiveTopic topic) {
        open.tell(
                connection -> connection.isOfClient(client.value()) && connection.seesAll(),
                new LiveFrame.Changed(topic));
    }

    private static boolean isNoticed(ContactView.LineQuality before, ContactView.LineQuality now) {
        return !before.grade().equals(now.grade())
                || !before.line().equals(now.line())
                || Math.abs(before.mos() - now.mos()) >= NOTICED;
    }

    /// Other agents serve the queues from now on.
    public void queuesChanged() {
        lock.lock();
        try {
            views.queues().forEach(entry -> tellQueue(entry.id()));
        } finally {
            lock.unlock();
        }
    }

    /// Contacts that wait for an agent, ringing ones included.
    public int waiting() {
        lock.lock();
        try {
            return (int) model.contacts().stream()
                    .filter(contact -> contact.isWaiting() && views.isShown(contact))
                    .count();
        } finally {
            lock.unlock();
        }
    }

    /// What the figures say; the desks show the same ones. The question is to be short: the desks wait for it.
    public <T> T ask(Function<LiveFigures, T> question) {
        lock.lock();
        try {
            return question.apply(model.figures());
        } finally {
            lock.unlock();
        }
    }

    /// To whom an agent can hand a call on.
    public TransferTargets transferTargets(ClientId client, AgentId asking) {
        lock.lock();
        try {
            return views.transferTargets(client, asking, model);
        } finally {
            lock.unlock();
        }
    }

    /// The agents who are signed in.
    public List<AgentId> signedInAgents() {
        lock.lock();
        try {
            return model.agents().stream()
                    .filter(agent -> agent.state != AgentState.SIGNED_OUT)
                    .map(agent -> new AgentId(agent.id))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    void join(LiveConnection connection) {
        lock.lock();
        try {
            connection.queue(snapshotFor(connection));
            open.add(connection);
        } finally {
            lock.unlock();
        }
    }

    void resync(LiveConnection connection) {
        lock.lock();
        try {
            connection.queue(snapshotFor(connection));
        } finally {
            lock.unlock();
        }
    }

    /// Called with each contact that an agent's desk has shown ringing, a short time after its first paint.
    public void onShown(LongConsumer listener) {
        shown = listener;
    }

    /// A desk says that it shows a ringing call. Only the desk of the agent who is asked is believed.
    void shown(LiveConnection connection, long id) {
        lock.lock();
        try {
            boolean isAsked = model.contact(id)
                    .filter(contact -> connection.isAgent(contact.agent))
                    .isPresent();
            if (isAsked) {
                shown.accept(id);
            }
        } finally {
            lock.unlock();
        }
    }

    void leave(LiveConnection connection) {
        open.remove(connection);
    }

    void beat() {
        open.tell(connection -> true, new LiveFrame.Heartbeat(clock.instant()));
    }

    /// The sessions that have a desk open.
    Set<SessionId> sessions() {
        return open.sessions();
    }

    void closeDesksOf(SessionId session, CloseStatus status) {
        open.close(session, status);
    }

    private LiveFrame snapshotFor(LiveConnection connection) {
        LiveAgent own = agentOrSignedOut(connection.who().account().value());
        EmergencyNotice emergency = emergencies.get(connection.who().client().value());
        return snapshots.of(connection, model, own, emergency);
    }

    private void tellAgent(int id) {
        LiveAgent agent = agentOrSignedOut(id);
        if (!views.isShown(agent)) {
            return;
        }
        LiveFrame frame = new LiveFrame.Agent(views.agent(agent, model));
        // A supervisor is an agent to everybody else only while signed in as one.
        boolean isKnown = model.agent(id).isPresent();
        open.tell(connection -> (isKnown && connection.seesAll()) || connection.isAgent(id), frame);
    }

    private void tellQueue(int id) {
        for (Definition.QueueEntry entry : views.queues()) {
            if (entry.id() == id) {
                LiveFrame frame = new LiveFrame.Queue(views.queue(entry, model));
                open.tell(connection -> connection.isOfClient(entry.client()), frame);
            }
        }
    }

    /// An agent whose offer was taken back sees the contact leave, though it lives on.
    private void tellContact(LiveContact contact) {
        LiveFrame forAgents = new LiveFrame.Contact(views.contact(contact, LiveViews.Reader.AGENT));
        LiveFrame forAll = new LiveFrame.Contact(views.contact(contact, LiveViews.Reader.SUPERVISOR));
        LiveFrame gone = new LiveFrame.ContactEnded(Long.toString(contact.id));
        open.tellEach(connection -> {
            if (views.sees(connection, contact)) {
                return connection.seesAll() ? forAll : forAgents;
            }
            boolean isTakenBack = contact.stage == LiveContact.Stage.WAITING && connection.isAgent(contact.formerAgent);
            return isTakenBack ? gone : null;
        });
    }

    private void tellGone(LiveContact contact) {
        parties.forget(contact.id);
        LiveFrame frame = new LiveFrame.ContactEnded(Long.toString(contact.id));
        open.tell(connection -> connection.isOfClient(contact.client) && views.isShown(contact), frame);
    }

    private void lookUp(LiveContact contact) {
        parties.lookUp(contact.id, new ClientId(contact.client), this::partyFound);
    }

    private void partyFound(long contact) {
        lock.lock();
        try {
            model.contact(contact).ifPresentOrElse(this::tellContact, () -> parties.forget(contact));
        } finally {
            lock.unlock();
        }
    }

    private LiveAgent agentOrSignedOut(int id) {
        return model.agent(id).orElseGet(() -> new LiveAgent(id, clock.instant()));
    }
}
