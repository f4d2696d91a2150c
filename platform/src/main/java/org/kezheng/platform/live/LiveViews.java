package org.kezheng.platform.live;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.evidence.measures.LiveFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.evidence.measures.Quantity;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.tenancy.ClientId;

/// Turns the read model into what desks are shown: ids become codes and users, parties are masked.
final class LiveViews {
    private final Directory directory;
    private final Parties parties;
    private final IntFunction<AgentView.Device> device;
    private final Clock clock;
    private final MeasureScope scope;
    private volatile LongFunction<List<ContactView.Listener>> listeners = contact -> List.of();

    /// Whose desk a view is for.
    enum Reader {
        AGENT,
        SUPERVISOR;

        static Reader of(LiveConnection connection) {
            return connection.seesAll() ? SUPERVISOR : AGENT;
        }
    }

    LiveViews(
            Directory directory,
            Parties parties,
            IntFunction<AgentView.Device> device,
            Clock clock,
            MeasureScope scope) {
        this.directory = directory;
        this.parties = parties;
        this.device = device;
        this.clock = clock;
        this.scope = scope;
    }

    AgentView agent(LiveAgent agent, LiveModel model) {
        LiveContact contact = model.contact(agent.contact).orElse(null);
        return new AgentView(
                directory.agentUser(agent.id),
                directory.displayName(agent.id),
                word(agent.state),
                agent.state == AgentState.NOT_READY ? agent.reason : null,
                agent.next == null ? null : word(agent.next),
                agent.since,
                contact == null ? null : deadline(agent, contact),
                agent.contact == 0 ? null : Long.toString(agent.contact),
                contact != null && contact.isHeld,
                contact == null || agent.state != AgentState.TALKING ? null : consultation(contact, model),
                device.apply(agent.id),
                today(agent.id, model));
    }

    private AgentView.@Nullable Consultation consultation(LiveContact contact, LiveModel model) {
        OutsideParty outside = model.outsidePartyOf(contact.id);
        if (outside != null) {
            return new AgentView.Consultation(
                    Long.toString(contact.id), "", outside.label(), stateOf(outside, contact), outside.since(), true);
        }
        return model.consultationOf(contact.id)
                .map(inner -> new AgentView.Consultation(
                        Long.toString(inner.id),
                        directory.agentUser(inner.agent),
                        directory.displayName(inner.agent),
                        stateOf(inner, contact),
                        inner.since,
                        false))
                .orElse(null);
    }

    private static String stateOf(OutsideParty party, LiveContact caller) {
        return switch (party.stage()) {
            case TRANSFERRING -> AgentView.Consultation.TRANSFERRING;
            case RINGING -> AgentView.Consultation.RINGING;
            case ASIDE -> AgentView.Consultation.WITH_CALLER;
            case TALKING -> caller.isHeld ? AgentView.Consultation.CONSULTING : AgentView.Consultation.CONFERENCE;
        };
    }

    private static String stateOf(LiveContact inner, LiveContact caller) {
        if (inner.stage == LiveContact.Stage.RINGING) {
            return AgentView.Consultation.RINGING;
        }
        if (inner.isHeld) {
            return AgentView.Consultation.WITH_CALLER;
        }
        return caller.isHeld ? AgentView.Consultation.CONSULTING : AgentView.Consultation.CONFERENCE;
    }

    void listenedToBy(LongFunction<List<ContactView.Listener>> next) {
        listeners = next;
    }

    /// @param reader who is to see it
    ContactView contact(LiveContact contact, Reader reader) {
        return new ContactView(
                Long.toString(contact.id),
                contact.kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                contact.caller == 0
                        ? null
                        : new ContactView.Colleague(
                                directory.agentUser(contact.caller), directory.displayName(contact.caller)),
                contact.isInternal() && contact.isAboutCall ? Long.toString(contact.precursor) : null,
                directory.queueCode(contact.queue),
                contact.stage.word,
                contact.arrivedAt,
                contact.since,
                contact.agent == 0 ? null : directory.agentUser(contact.agent),
                contact.offer == 0 ? null : Long.toString(contact.offer),
                parties.of(contact.id).orElse(null),
                contact.worstLine(),
                reader == Reader.SUPERVISOR && contact.selfService != null
                        ? contact.selfService.withoutDigits()
                        : contact.selfService,
                listeners.apply(contact.id).stream()
                        .filter(listener -> reader == Reader.SUPERVISOR || listener.isHeard())
                        .toList());
    }

    LiveTalk talk(LiveContact contact) {
        return new LiveTalk(
                new org.kezheng.acd.engine.ClientId(contact.client),
                new AgentId(contact.agent),
                new OfferId(contact.offer),
                directory.queueCode(contact.queue),
                contact.isInternal());
    }

    QueueView queue(Definition.QueueEntry entry, LiveModel model) {
        LiveQueue queue = model.queue(entry.id());
        ToIntFunction<Quantity> today =
                quantity -> (int) model.figures().ofQueue(today(), entry.client(), entry.id(), quantity);
        return new QueueView(
                entry.code(),
                queue.waiting.size(),
                queue.waiting.isEmpty() ? null : queue.waiting.firstEntry().getValue().arrivedAt,
                today.applyAsInt(Quantity.OFFERED),
                today.applyAsInt(Quantity.ANSWERED),
                today.applyAsInt(Quantity.ABANDONED),
                agentsByState(entry, model));
    }

    TransferTargets transferTargets(ClientId client, AgentId asking, LiveModel model) {
        List<TransferTargets.Queue> targets = queues().stream()
                .filter(entry -> entry.client() == client.value())
                .map(entry -> target(queue(entry, model)))
                .toList();
        List<TransferTargets.Agent> agents = model.agents().stream()
                .filter(agent -> agent.id != asking.value() && agent.state != AgentState.SIGNED_OUT && isShown(agent))
                .filter(agent ->
                        directory.clientOfAgent(agent.id).filter(client::equals).isPresent())
                .map(agent -> new TransferTargets.Agent(
                        directory.agentUser(agent.id), directory.displayName(agent.id), word(agent.state), agent.since))
                .toList();
        return new TransferTargets(targets, agents, List.of());
    }

    private static TransferTargets.Queue target(QueueView queue) {
        return new TransferTargets.Queue(
                queue.queue(),
                queue.waiting(),
                queue.longestWaitingSince(),
                queue.agents().getOrDefault(word(AgentState.READY), 0));
    }

    /// The queues that people call: the platform's own calls are shown on no desk.
    List<Definition.QueueEntry> queues() {
        return directory.definition().queues().stream()
                .filter(queue -> !queue.test())
                .toList();
    }

    boolean isShown(LiveAgent agent) {
        return !directory.isTestAgent(agent.id);
    }

    boolean isShown(LiveContact contact) {
        return !directory.isTest(new QueueId(contact.queue));
    }

    boolean sees(LiveConnection connection, LiveContact contact) {
        return connection.isOfClient(contact.client)
                && isShown(contact)
                && (connection.seesAll() || (contact.agent != 0 && connection.isAgent(contact.agent)));
    }

    private Map<String, Integer> agentsByState(Definition.QueueEntry entry, LiveModel model) {
        Map<String, Integer> counts = new TreeMap<>();
        for (AgentState state : AgentState.values()) {
            if (state != AgentState.SIGNED_OUT) {
                counts.put(word(state), 0);
            }
        }
        for (int id : directory.agentsServing(entry)) {
            model.agent(id)
                    .filter(agent -> agent.state != AgentState.SIGNED_OUT)
                    .ifPresent(agent -> counts.merge(word(agent.state), 1, Integer::sum));
        }
        return counts;
    }

    private @Nullable Instant deadline(LiveAgent agent, LiveContact contact) {
        Definition.@Nullable QueueEntry queue = queues().stream()
                .filter(entry -> entry.id() == contact.queue)
                .findFirst()
                .orElse(null);
        if (queue == null) {
            return null;
        }
        return switch (agent.state) {
            case RINGING -> agent.since.plusSeconds(queue.times().offerTimeout());
            case WRAP_UP -> agent.since.plusSeconds(queue.times().wrapUpLimit());
            case SIGNED_OUT, NOT_READY, READY, TALKING -> null;
        };
    }

    /// Since midnight; time counts once its state is over.
    private AgentView.Today today(int agent, LiveModel model) {
        int client = directory.clientOfAgent(agent).map(ClientId::value).orElse(0);
        LiveFigures figures = model.figures();
        long handleMicros = figures.timeOf(today(), agent, Quantity.TALKING_MICROS)
                + figures.timeOf(today(), agent, Quantity.WRAP_UP_MICROS);
        return new AgentView.Today(
                (int) figures.answeredBy(today(), client, agent), TimeUnit.MICROSECONDS.toMillis(handleMicros));
    }

    private LocalDate today() {
        return scope.dayOf(clock.instant());
    }

    static String word(AgentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
