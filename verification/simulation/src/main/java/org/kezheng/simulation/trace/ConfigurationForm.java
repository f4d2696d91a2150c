package org.kezheng.simulation.trace;

import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.Capacity;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.OfferPolicy;
import org.kezheng.acd.engine.Overflow;
import org.kezheng.acd.engine.QueueBounds;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.RoutingRules;

/// Configurations as objects of a trace.
final class ConfigurationForm {
    private ConfigurationForm() {}

    static JsonObject of(Configuration configuration) {
        return new JsonObject()
                .wide("version", configuration.version())
                .object("rules", rules(configuration.rules()))
                .list(
                        "skills",
                        configuration.skills(),
                        skill -> new JsonObject()
                                .number("skill", skill.skill().value())
                                .text("code", skill.code()))
                .list("queues", configuration.queues(), ConfigurationForm::queue)
                .list("agents", configuration.agents(), ConfigurationForm::agent)
                .list(
                        "retirements",
                        configuration.retirements(),
                        retirement -> new JsonObject()
                                .number("retired", retirement.retired().value())
                                .number("successor", retirement.successor().value()));
    }

    private static JsonObject rules(RoutingRules rules) {
        return new JsonObject()
                .wide("priorityWeightMicros", rules.priorityWeightMicros())
                .number("vipPriority", rules.vipPriority())
                .texts(
                        "restReasons",
                        rules.restReasons().stream().map(ReasonCode::value).toList())
                .list(
                        "blockings",
                        rules.blockings(),
                        blocking -> new JsonObject()
                                .text("busy", blocking.busy().name())
                                .text("blocked", blocking.blocked().name()));
    }

    private static JsonObject queue(QueueDefinition queue) {
        return new JsonObject()
                .number("queue", queue.queue().value())
                .text("code", queue.code())
                .number("client", queue.client().value())
                .text("channel", queue.channel().name())
                .number("priority", queue.priority())
                .list("rings", queue.rings(), ConfigurationForm::ring)
                .object("times", times(queue.times()))
                .object("bounds", bounds(queue.bounds()))
                .object("policy", policy(queue.policy()));
    }

    private static JsonObject ring(Ring ring) {
        return new JsonObject()
                .wide("afterMicros", ring.afterMicros())
                .list(
                        "requirements",
                        ring.requirements(),
                        required -> new JsonObject()
                                .number("skill", required.skill().value())
                                .number("minimumLevel", required.minimumLevel()));
    }

    private static JsonObject times(QueueTimes times) {
        return new JsonObject()
                .wide("offerTimeoutMicros", times.offerTimeoutMicros())
                .wide("wrapUpLimitMicros", times.wrapUpLimitMicros())
                .wide("maxWaitMicros", times.maxWaitMicros())
                .wide("declinePassOverMicros", times.declinePassOverMicros())
                .wide("wrapUpExtensionMicros", times.wrapUpExtensionMicros())
                .wide("keptPlaceMicros", times.keptPlaceMicros())
                .wide("lastAgentMicros", times.lastAgentMicros())
                .wide("namedAgentMicros", times.namedAgentMicros());
    }

    private static JsonObject bounds(QueueBounds bounds) {
        return new JsonObject()
                .number("maxWaiting", bounds.maxWaiting())
                .object("whenFull", overflow(bounds.whenFull()))
                .object("whenWaitedTooLong", overflow(bounds.whenWaitedTooLong()))
                .number("maxResting", bounds.maxResting());
    }

    private static JsonObject overflow(Overflow overflow) {
        JsonObject form = JsonObject.ofType(overflow.getClass().getSimpleName());
        return switch (overflow) {
            case Overflow.ToQueue(var queue) -> form.number("queue", queue.value());
            case Overflow.ToVoicemail(), Overflow.ToCallback(), Overflow.ToAnnouncement(), Overflow.Disconnect() ->
                form;
        };
    }

    private static JsonObject policy(OfferPolicy policy) {
        return new JsonObject()
                .text("choice", policy.choice().name())
                .text("missed", policy.missed().name())
                .number("declinesInARow", policy.declinesInARow())
                .number("wrapUpExtensions", policy.wrapUpExtensions());
    }

    private static JsonObject agent(AgentDefinition agent) {
        return new JsonObject()
                .number("agent", agent.agent().value())
                .list(
                        "skills",
                        agent.skills(),
                        held -> new JsonObject()
                                .number("skill", held.skill().value())
                                .number("level", held.level()))
                .object("capacity", capacity(agent.capacity()));
    }

    private static JsonObject capacity(Capacity capacity) {
        return new JsonObject()
                .number("voice", capacity.voice())
                .number("chat", capacity.chat())
                .number("mail", capacity.mail())
                .number("social", capacity.social());
    }
}
