package org.kezheng.platform.numbers;

import java.util.List;
import org.kezheng.platform.directory.Definition;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Enters the own numbers of the site's definition into the register, once. They are in use for inbound; before one of
/// them may be sent, somebody has to enter its certificate and its commitment.
public final class NumberSeed {
    private final OwnNumbers numbers;

    NumberSeed(OwnNumbers numbers) {
        this.numbers = numbers;
    }

    /// Can be repeated: what is in the register stays as it is.
    public void enter(Definition definition) {
        for (Definition.ClientEntry client : definition.clients()) {
            ClientScope.run(new ClientId(client.id()), () -> {
                ownedBy(client.id(), definition).forEach(number -> {
                    if (!numbers.isOwn(number)) {
                        numbers.add(entry(number, client.zh()), Actor.platform());
                    }
                });
                numbers.refresh();
            });
        }
    }

    /// A number belongs to the client of the queue that is reached by it; one that reaches none, to the first client.
    private static List<String> ownedBy(int client, Definition definition) {
        int first = definition.clients().getFirst().id();
        return definition.ownNumbers().stream()
                .filter(number -> number.matches("[0-9]{3,20}"))
                .filter(number -> client
                        == definition.queues().stream()
                                .filter(queue -> queue.number().equals(number))
                                .mapToInt(Definition.QueueEntry::client)
                                .findFirst()
                                .orElse(first))
                .toList();
    }

    private static NumberEntry entry(String number, String holder) {
        return new NumberEntry(number, "", "", holder, null, NumberEntry.Status.IN_USE, false, "", "");
    }
}
