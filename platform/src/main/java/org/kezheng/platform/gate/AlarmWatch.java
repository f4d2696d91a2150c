package org.kezheng.platform.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.platform.rounds.EachClient;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Tells a client's supervisors when other alarms of own numbers stand. Alarms are read anew only for clients of whom
/// the gate has decided something since, and for those with an alarm, which ends with its hour.
final class AlarmWatch {
    private final NumberAlarms alarms;
    private final Clients clients;
    private final LiveDesks desks;
    private final Set<ClientId> touched = ConcurrentHashMap.newKeySet();
    /// What supervisors can have read. Of the rounds' thread.
    private final Map<ClientId, List<NumberAlarms.Alarm>> told = new HashMap<>();

    AlarmWatch(NumberAlarms alarms, Clients clients, LiveDesks desks) {
        this.alarms = alarms;
        this.clients = clients;
        this.desks = desks;
    }

    /// Something was decided for the client in scope, by the gate or about its parameters.
    void touch() {
        touched.add(ClientScope.required());
    }

    /// Called about once a second.
    void look() {
        EachClient.act(clients.all(), client -> {
            boolean isTouched = touched.remove(client);
            List<NumberAlarms.Alarm> before = told.get(client);
            if (isTouched || before == null || !before.isEmpty()) {
                look(client);
            }
        });
    }

    private void look(ClientId client) {
        try {
            List<NumberAlarms.Alarm> now = ClientScope.call(client, alarms::standing);
            if (!now.equals(told.put(client, now))) {
                desks.changed(client, LiveTopic.NUMBER_ALARMS);
            }
        } catch (RuntimeException away) {
            touched.add(client);
            throw away;
        }
    }
}
