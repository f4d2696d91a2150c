package org.kezheng.platform.skills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.directory.EngineConfiguration;
import org.kezheng.platform.directory.EngineConfigurations;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.security.tenancy.ClientId;

/// The site's definition with what is lent for a while, brought into the engine and into what people see.
final class LentSite {
    private final Directory directory;
    private final EngineConfigurations configurations;
    private final Acd acd;
    private final LiveDesks desks;

    LentSite(Directory directory, EngineConfigurations configurations, Acd acd, LiveDesks desks) {
        this.directory = directory;
        this.configurations = configurations;
        this.acd = acd;
        this.desks = desks;
    }

    /// Brings the engine to have exactly these moves; where it does already, nothing happens.
    ///
    /// @throws org.kezheng.platform.http.Problem when the engine does not take it
    void bring(Collection<SkillMove> moves) {
        Definition wanted = with(moves);
        Configuration has = configurations.current();
        boolean isUntouched = moves.isEmpty() && configurations.isPlain();
        if (has != null
                && !isUntouched
                && !EngineConfiguration.of(wanted).agents().equals(has.agents())) {
            acd.require(new Command.Configure(
                    EngineConfiguration.of(wanted.with(configurations.nextStep(), wanted.agents()))));
        }
        if (directory.lend(wanted.agents())) {
            desks.queuesChanged();
        }
    }

    /// Tells a client's supervisors that other moves stand.
    void movesChanged(ClientId client) {
        desks.changed(client, LiveTopic.SKILL_MOVES);
    }

    private Definition with(Collection<SkillMove> moves) {
        Definition site = directory.definition();
        Map<Integer, List<SkillMove>> byAgent = moves.stream()
                .collect(Collectors.groupingBy(move -> move.wanted().agent()));
        return site.with(
                site.version(),
                site.agents().stream()
                        .map(agent -> with(agent, byAgent.getOrDefault(agent.id(), List.of())))
                        .toList());
    }

    private Definition.AgentEntry with(Definition.AgentEntry agent, List<SkillMove> moves) {
        List<Definition.Level> levels = new ArrayList<>(agent.skills());
        for (SkillMove move : moves) {
            requirements(move.wanted().queue()).forEach(required -> {
                boolean isEnough = levels.stream()
                        .anyMatch(level -> level.skill() == required.skill() && level.level() >= required.level());
                if (!isEnough) {
                    levels.removeIf(level -> level.skill() == required.skill());
                    levels.add(required);
                }
            });
        }
        return new Definition.AgentEntry(agent.id(), levels);
    }

    private List<Definition.Level> requirements(String queue) {
        return directory.definition().queues().stream()
                .filter(entry -> Objects.equals(entry.code(), queue))
                .findFirst()
                .map(Definition.QueueEntry::requirements)
                .orElse(List.of());
    }
}
