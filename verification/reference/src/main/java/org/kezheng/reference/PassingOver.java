package org.kezheng.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Passes agents over for contacts.
final class PassingOver {
    private final Site site;
    private final Matching matching;
    private final List<Contact> endedEarly = new ArrayList<>();

    PassingOver(Site site, Matching matching) {
        this.site = site;
        this.matching = matching;
    }

    void begin(Contact contact, Agent agent) {
        long until = site.now + site.queueOf(contact).times().declinePassOverMicros();
        for (PassOver known : site.passOvers) {
            if (known.contact == contact && known.agent.equals(agent.id())) {
                site.setDeadline(known, until);
                return;
            }
        }
        makeRoom(pass -> true, site.limits.passOvers());
        makeRoom(pass -> pass.agent.equals(agent.id()), site.limits.passOversPerAgent());
        makeRoom(pass -> pass.contact == contact, site.limits.passOversPerContact());
        PassOver pass = new PassOver(contact, agent.id());
        site.passOvers.add(pass);
        site.setDeadline(pass, until);
    }

    /// Of as many as there may be, the one that would end first ends.
    private void makeRoom(Predicate<PassOver> of, int most) {
        List<PassOver> present = site.passOvers.stream().filter(of).toList();
        if (present.size() >= most) {
            PassOver first = present.getFirst();
            for (PassOver pass : present) {
                first = pass.isBefore(first) ? pass : first;
            }
            site.passOvers.remove(first);
            endedEarly.add(first.contact);
        }
    }

    void end(PassOver pass) {
        site.passOvers.remove(pass);
        matching.placeContact(pass.contact);
    }

    /// Behind each command, and each deadline of a tick.
    void placeEndedEarly() {
        List<Contact> contacts = List.copyOf(endedEarly);
        endedEarly.clear();
        contacts.forEach(matching::placeContact);
    }
}
