package org.kezheng.platform.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One frame to a desk; its number is given when it leaves.
sealed interface LiveFrame {
    /// The fields behind `seq`.
    Map<String, @Nullable Object> fields();

    /// All that the desk may see.
    record Snapshot(
            Instant at,
            @Nullable AgentView me,
            @Nullable ContactView call,
            List<QueueView> queues,
            List<AgentView> agents,
            List<ContactView> contacts,
            @Nullable EmergencyNotice emergency)
            implements LiveFrame {
        public Snapshot {
            queues = List.copyOf(queues);
            agents = List.copyOf(agents);
            contacts = List.copyOf(contacts);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = named("snapshot");
            fields.put("at", at);
            fields.put("me", me);
            fields.put("call", call);
            fields.put("queues", queues);
            fields.put("agents", agents);
            fields.put("contacts", contacts);
            fields.put("emergency", emergency);
            return fields;
        }
    }

    /// An agent is now like this.
    record Agent(AgentView agent) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("agent", "agent", agent);
        }
    }

    /// A queue is now like this.
    record Queue(QueueView queue) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("queue", "queue", queue);
        }
    }

    /// A contact is now like this.
    record Contact(ContactView contact) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("contact", "contact", contact);
        }
    }

    /// A contact is gone from the desk.
    record ContactEnded(String call) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("contact-ended", "call", call);
        }
    }

    /// The client's emergency switch stands like this.
    record Emergency(EmergencyNotice emergency) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("emergency", "emergency", emergency);
        }
    }

    /// What the desk has read of that may be different now.
    record Changed(LiveTopic topic) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("changed", "what", topic.code());
        }
    }

    /// Nothing has happened, and the line is open.
    record Heartbeat(Instant at) implements LiveFrame {
        @Override
        public Map<String, @Nullable Object> fields() {
            return with("heartbeat", "at", at);
        }
    }

    private static Map<String, @Nullable Object> named(String type) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        return fields;
    }

    private static Map<String, @Nullable Object> with(String type, String name, Object value) {
        Map<String, @Nullable Object> fields = named(type);
        fields.put(name, value);
        return fields;
    }
}
