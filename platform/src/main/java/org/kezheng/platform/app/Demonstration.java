package org.kezheng.platform.app;

import java.util.List;
import org.kezheng.platform.directory.Definition;

/// What a demonstration starts with.
record Demonstration(Definition site, List<Person> accounts, List<Caller> customers) {
    Demonstration {
        accounts = List.copyOf(accounts);
        customers = List.copyOf(customers);
    }

    /// An invented person with an account.
    record Person(int id, String user, String displayName, String role, int client) {}

    /// An invented customer.
    record Caller(int client, String name, String number) {}
}
