package org.kezheng.platform.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.security.access.Role;
import org.kezheng.security.identity.Account;
import org.kezheng.security.tenancy.ClientId;

/// The site's names: ids inside, codes and users outside.
public final class Directory {
    /// Reasons that the platform gives for agents on their own mobile.
    private static final List<Definition.Reason> OWN_REASONS = List.of(
            new Definition.Reason("mobile-refused", "手机呼叫被拒", "Mobile not called", false),
            new Definition.Reason("mobile-off", "手机接听已关闭", "Mobiles are off", false),
            new Definition.Reason("mobile-removed", "手机已移除", "Mobile taken away", false));

    private final Definition definition;
    private final Map<Integer, Definition.ClientEntry> clients;
    private final Map<Integer, Definition.QueueEntry> queues;
    private final Map<String, Definition.QueueEntry> queuesByCode;
    private final Set<QueueId> testQueues;
    private volatile Map<Integer, Account> agents = Map.of();
    private volatile List<Definition.AgentEntry> serving;

    public Directory(Definition definition) {
        this.definition = definition;
        this.serving = definition.agents();
        this.clients = byKey(definition.clients(), Definition.ClientEntry::id);
        this.queues = byKey(definition.queues(), Definition.QueueEntry::id);
        this.queuesByCode = byKey(definition.queues(), Definition.QueueEntry::code);
        this.testQueues = definition.queues().stream()
                .filter(Definition.QueueEntry::test)
                .map(queue -> new QueueId(queue.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <K, T> Map<K, T> byKey(Collection<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    /// Takes in the names of the accounts; those of agents, and of supervisors, who may become one for a call, are
    /// kept in memory, so that they are known while the database is down.
    public void learn(Collection<Account> accounts) {
        agents = accounts.stream()
                .filter(account -> account.role() == Role.AGENT || account.role() == Role.SUPERVISOR)
                .collect(Collectors.toUnmodifiableMap(account -> account.id().value(), Function.identity()));
    }

    public Definition definition() {
        return definition;
    }

    /// Whether clients of this site may call outside at all.
    public boolean isOutboundEnabled() {
        Definition.Outbound outbound = definition.outbound();
        return outbound != null && outbound.enabled();
    }

    /// The definition as the engine takes it under that version.
    public Configuration configuration(long version) {
        return EngineConfiguration.of(definition.with(version, definition.agents()));
    }

    /// The agents with the skills that they have for a while.
    ///
    /// @return whether anybody's are other ones now
    public boolean lend(List<Definition.AgentEntry> agentsWithLent) {
        boolean isNew = !agentsWithLent.equals(serving);
        serving = List.copyOf(agentsWithLent);
        return isNew;
    }

    /// Whether calls of the queue are the platform's own, for trying itself. They count nowhere.
    public boolean isTest(QueueId queue) {
        return testQueues().contains(queue);
    }

    /// The queues of the platform's own calls.
    public Set<QueueId> testQueues() {
        return testQueues;
    }

    /// Whether the agent is the platform's own, who is no person and has no account.
    public boolean isTestAgent(int agent) {
        return agent == SelfTest.AGENT.value();
    }

    /// An agent's user, as the interface shows it; the number when no account has it.
    public String agentUser(int agent) {
        if (isTestAgent(agent)) {
            return SelfTest.CODE;
        }
        Account account = agents.get(agent);
        return account == null ? Integer.toString(agent) : account.user();
    }

    public String displayName(int agent) {
        Account account = agents.get(agent);
        return account == null ? agentUser(agent) : account.displayName();
    }

    /// The accounts of a client's agents; supervisors, who may become one for a call, are not among them.
    public List<Integer> agentsOf(ClientId client) {
        return agents.values().stream()
                .filter(account ->
                        account.role() == Role.AGENT && account.client().equals(client))
                .map(account -> account.id().value())
                .sorted()
                .toList();
    }

    /// The users of a client who may have calls, agents and supervisors, each with the name to show.
    public SequencedMap<String, String> namesOf(ClientId client) {
        SequencedMap<String, String> names = new TreeMap<>();
        agents.values().stream()
                .filter(account -> account.client().equals(client))
                .forEach(account -> names.put(account.user(), account.displayName()));
        return names;
    }

    /// Whether it is an agent's account, and not a supervisor's who may become one for a call.
    public boolean isAgentsAccount(int agent) {
        Account account = agents.get(agent);
        return account != null && account.role() == Role.AGENT;
    }

    public Optional<ClientId> clientOfAgent(int agent) {
        return Optional.ofNullable(agents.get(agent)).map(Account::client);
    }

    public Optional<AgentId> agent(String user) {
        return agents.values().stream()
                .filter(account -> account.user().equals(user))
                .map(account -> new AgentId(account.id().value()))
                .findFirst();
    }

    /// Whether the engine's configuration has the agent.
    public boolean hasAgent(AgentId agent) {
        return definition.agents().stream().anyMatch(entry -> entry.id() == agent.value());
    }

    /// A skill's code; the number when the definition does not have it.
    public String skillCode(int skill) {
        return definition.skills().stream()
                .filter(one -> one.id() == skill)
                .map(Definition.SkillEntry::code)
                .findFirst()
                .orElse(Integer.toString(skill));
    }

    /// A queue's code, as the interface shows it; the number when the definition does not have it.
    public String queueCode(int queue) {
        Definition.QueueEntry entry = queues.get(queue);
        return entry == null ? Integer.toString(queue) : entry.code();
    }

    public Optional<QueueId> queue(String code) {
        return Optional.ofNullable(queuesByCode.get(code)).map(entry -> new QueueId(entry.id()));
    }

    public String clientCode(int client) {
        Definition.ClientEntry entry = clients.get(client);
        return entry == null ? Integer.toString(client) : entry.code();
    }

    /// The queues of a client that people call, in the order of the definition.
    public List<Definition.QueueEntry> queuesOf(ClientId client) {
        return definition.queues().stream()
                .filter(queue -> queue.client() == client.value() && !queue.test())
                .toList();
    }

    /// Why agents are not ready, with the platform's own reasons where the site has no words for them.
    public List<Definition.Reason> reasons() {
        List<Definition.Reason> all = new ArrayList<>(definition.reasons());
        Set<String> known = all.stream().map(Definition.Reason::code).collect(Collectors.toSet());
        OWN_REASONS.stream().filter(own -> !known.contains(own.code())).forEach(all::add);
        return all;
    }

    public boolean isSelectableReason(String code) {
        return definition.reasons().stream()
                .anyMatch(reason -> reason.selectable() && reason.code().equals(code));
    }

    public boolean isDisposition(String code) {
        return definition.dispositions().stream()
                .anyMatch(disposition -> disposition.code().equals(code));
    }

    /// The agents who have what the queue requires.
    public List<Integer> agentsServing(Definition.QueueEntry queue) {
        return serving.stream()
                .filter(agent -> queue.requirements().stream().allMatch(required -> has(agent, required)))
                .map(Definition.AgentEntry::id)
                .toList();
    }

    private static boolean has(Definition.AgentEntry agent, Definition.Level required) {
        return agent.skills().stream()
                .anyMatch(level -> level.skill() == required.skill() && level.level() >= required.level());
    }
}
