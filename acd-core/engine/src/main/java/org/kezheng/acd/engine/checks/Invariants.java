package org.kezheng.acd.engine.checks;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.EngineView;
import org.kezheng.acd.engine.EngineView.Stage;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.PendingEffect;

/// Checks an engine after each command: [#enter] for each event when it happens, [#check] behind the command. It looks
/// at all pairs of contacts and agents, and never at the engine's own orders.
public final class Invariants {
    private final Engine engine;
    private final Books books;
    private final Map<Invariant, Long> counts;
    private @Nullable Matches matches;
    private Map<Long, EngineView.Contact> former = new HashMap<>();

    public Invariants(Engine engine) {
        this(engine, new Books(), new EnumMap<>(Invariant.class));
    }

    private Invariants(Engine engine, Books books, Map<Invariant, Long> counts) {
        this.engine = engine;
        this.books = books;
        this.counts = counts;
    }

    /// These books go on with another engine, which has taken this one's place.
    public Invariants of(Engine successor) {
        Invariants continued = new Invariants(successor, books, counts);
        continued.former = former;
        return continued;
    }

    /// To be called with each event at the moment when it happens.
    public void enter(Event event) {
        books.enter(event);
    }

    /// To be called behind a command, all of whose events have been entered. Returns the view that was checked.
    ///
    /// @throws InvariantBroken when something does not hold
    public EngineView check(Command command) {
        EngineView view = engine.view();
        Map<Long, EngineView.Contact> contacts = new HashMap<>();
        view.contacts().forEach(contact -> contacts.put(contact.contact(), contact));
        Matches present = matches();
        endsOnce(view);
        capacity(view, present);
        workConserving(view, present);
        if (!(command instanceof Command.Configure)) {
            firstInFirstOut(contacts);
        }
        nothingStuck(view, command);
        figuresAgree(view);
        former = contacts;
        books.begin();
        return view;
    }

    /// How often each was checked.
    public Map<Invariant, Long> counts() {
        return new EnumMap<>(counts);
    }

    /// How many contacts ended, by outcome.
    public Map<ContactOutcome, Integer> ended() {
        return new EnumMap<>(books.ended);
    }

    public long queued() {
        return books.queued;
    }

    private @Nullable Matches matches() {
        Matches present = matches;
        if (present == null || present.version() != engine.configurationVersion()) {
            present = engine.configuration().map(Matches::new).orElse(null);
            matches = present;
        }
        return present;
    }

    private void endsOnce(EngineView view) {
        count(Invariant.ENDS_ONCE);
        int gone = 0;
        for (int number : books.ended.values()) {
            gone += number;
        }
        require(Invariant.ENDS_ONCE, books.queued == gone + view.contacts().size(), "offered = ended + here");
    }

    private void capacity(EngineView view, @Nullable Matches present) {
        count(Invariant.CAPACITY);
        Map<Integer, int[]> loads = new HashMap<>();
        Map<Integer, Integer> rings = new HashMap<>();
        for (EngineView.Contact contact : view.contacts()) {
            if (contact.stage() != Stage.WAITING) {
                load(loads, contact.agent(), contact.kind().channel());
                if (contact.stage() == Stage.RINGING) {
                    rings.merge(contact.agent(), 1, Integer::sum);
                }
            }
        }
        for (EngineView.Agent agent : view.agents()) {
            agent.wrapUps().forEach(wrapUp -> load(loads, agent.agent(), wrapUp.channel()));
            int[] real = loads.getOrDefault(agent.agent(), new int[Channel.values().length]);
            for (Channel channel : Channel.values()) {
                int told = agent.loads().get(channel.ordinal());
                require(Invariant.CAPACITY, told == real[channel.ordinal()], "loads are what agents handle");
            }
            require(Invariant.CAPACITY, agent.loads().getFirst() <= 1, "nobody has two calls");
            require(Invariant.CAPACITY, rings.getOrDefault(agent.agent(), 0) <= 1, "nobody rings twice");
        }
        for (Books.MadeOffer offer : books.offers) {
            boolean isHeld = present == null || present.isWithinCapacity(offer, view);
            require(Invariant.CAPACITY, isHeld, "an offer keeps within the agent's capacity");
        }
    }

    private static void load(Map<Integer, int[]> loads, int agent, Channel channel) {
        loads.computeIfAbsent(agent, id -> new int[Channel.values().length])[channel.ordinal()]++;
    }

    private void workConserving(EngineView view, @Nullable Matches present) {
        if (present == null) {
            return;
        }
        count(Invariant.WORK_CONSERVING);
        for (EngineView.Agent agent : view.agents()) {
            int free = agent.isUnlooked() ? 0 : present.freeChannels(agent);
            for (EngineView.Contact contact : free == 0 ? List.<EngineView.Contact>of() : view.contacts()) {
                boolean match = contact.stage() == Stage.WAITING && present.match(contact, agent, free);
                require(Invariant.WORK_CONSERVING, !match, "no contact waits for a free agent who matches");
            }
        }
    }

    private void firstInFirstOut(Map<Long, EngineView.Contact> contacts) {
        for (Books.MadeOffer offer : books.offers) {
            EngineView.Contact offered = contacts.getOrDefault(offer.contact(), former.get(offer.contact()));
            if (offer.ring() == 0 || offered == null) {
                continue;
            }
            count(Invariant.FIRST_IN_FIRST_OUT);
            for (long id : offer.alsoWaiting()) {
                EngineView.Contact other = former.get(id);
                require(
                        Invariant.FIRST_IN_FIRST_OUT,
                        other == null || !isPeer(other, offered, offer) || !isBefore(other, offered),
                        "first in order, first served");
            }
        }
    }

    /// Whether one that was waiting before the command could have been offered as well.
    private static boolean isPeer(EngineView.Contact other, EngineView.Contact offered, Books.MadeOffer offer) {
        return other.stage() == Stage.WAITING
                && other.queue() == offered.queue()
                && other.wishAgent() == 0
                && other.ring() >= offer.ring()
                && other.passedOver().stream().noneMatch(pass -> pass.agent() == offer.agent());
    }

    private static boolean isBefore(EngineView.Contact contact, EngineView.Contact other) {
        return contact.key() != other.key() ? contact.key() < other.key() : contact.place() < other.place();
    }

    private void nothingStuck(EngineView view, Command command) {
        count(Invariant.NOTHING_STUCK);
        boolean isServed = command instanceof Command.Tick
                && engine.lastWork() < engine.limits().workPerTick();
        long least = isServed ? view.nowMicros() + 1 : 0;
        for (EngineView.Contact contact : view.contacts()) {
            boolean waits = contact.stage() == Stage.WAITING;
            require(
                    Invariant.NOTHING_STUCK,
                    !waits || contact.kind() != ContactKind.INTERNAL,
                    "an internal call rings or talks");
            endsByItself(contact.deadlineMicros(), least);
            contact.passedOver().forEach(pass -> endsByItself(pass.untilMicros(), least));
        }
        for (EngineView.Agent agent : view.agents()) {
            agent.wrapUps().forEach(wrapUp -> endsByItself(wrapUp.deadlineMicros(), least));
            boolean handles = agent.loads().stream().anyMatch(load -> load > 0);
            boolean rests = agent.state() == AgentState.SIGNED_OUT
                    || agent.state() == AgentState.NOT_READY
                    || agent.state() == AgentState.READY;
            require(Invariant.NOTHING_STUCK, handles != rests, "who handles something is in a state that ends");
        }
        require(
                Invariant.NOTHING_STUCK,
                !isServed || !view.workIsLeft() || !view.hasRoom(),
                "a tick that was not full leaves nobody to be looked at");
    }

    private static void endsByItself(long deadlineMicros, long leastMicros) {
        require(Invariant.NOTHING_STUCK, deadlineMicros >= leastMicros, "what goes on ends by itself, in time");
    }

    private void figuresAgree(EngineView view) {
        count(Invariant.FIGURES_AGREE);
        require(
                Invariant.FIGURES_AGREE,
                books.contacts.size() == view.contacts().size(),
                "the contacts told are here");
        for (EngineView.Contact contact : view.contacts()) {
            Books.Entry told = books.contacts.get(contact.contact());
            Books.Entry seen = new Books.Entry(
                    contact.queue(),
                    contact.stage(),
                    contact.agent(),
                    contact.offer(),
                    contact.wasAnswered(),
                    contact.isHeld());
            require(Invariant.FIGURES_AGREE, seen.equals(told), "a contact is where its events left it");
        }
        for (EngineView.Agent agent : view.agents()) {
            AgentState told = books.agents.getOrDefault(agent.agent(), AgentState.SIGNED_OUT);
            require(Invariant.FIGURES_AGREE, told == agent.state(), "an agent is in the state told last");
        }
        List<PendingEffect> effects = engine.pendingEffects();
        require(Invariant.FIGURES_AGREE, effects.size() == books.pending.size(), "the effects told are pending");
        for (PendingEffect effect : effects) {
            require(
                    Invariant.FIGURES_AGREE,
                    effect.effect().equals(books.pending.get(effect.id())),
                    "a pending effect is as requested");
            if (effect.effect() instanceof Effect.Ring(var offer, var contact, AgentId agent)) {
                Books.Entry entry = books.contacts.get(contact.value());
                boolean rings = entry != null && entry.stage() == Stage.RINGING && entry.offer() == offer.value();
                require(Invariant.FIGURES_AGREE, rings, "only for an open offer is rung");
            }
        }
    }

    private void count(Invariant invariant) {
        counts.merge(invariant, 1L, Long::sum);
    }

    private static void require(Invariant invariant, boolean holds, String what) {
        if (!holds) {
            throw new InvariantBroken(invariant, what);
        }
    }
}
