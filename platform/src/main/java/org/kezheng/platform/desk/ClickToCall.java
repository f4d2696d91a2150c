package org.kezheng.platform.desk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.outside.NewOutsideCall;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.security.access.SignedIn;

/// An agent calls somebody: a contact of kind callback, of a queue of the agent's client, that waits for this
/// agent and is pulled by them at once, ready or not.
public final class ClickToCall {
    private final Acd acd;
    private final LiveDesks desks;
    private final OwnTalks talks;
    private final OutsideCalls calls;
    private final MobileChoice mobiles;
    /// Agents who begin a call just now: pressed twice, it is one, and no contact is refused for it.
    private final Set<AgentId> beginning = ConcurrentHashMap.newKeySet();

    public ClickToCall(Acd acd, LiveDesks desks, Directory directory, OutsideCalls calls, MobileChoice mobiles) {
        this.mobiles = mobiles;
        this.acd = acd;
        this.desks = desks;
        this.talks = new OwnTalks(desks, directory);
        this.calls = calls;
    }

    /// Begins the call and gives its contact.
    ///
    /// @throws Problem when the gate refuses, or the agent is not free for a call
    public long call(NewOutsideCall wanted, SignedIn who) {
        mobiles.requireMayBegin(who);
        AgentId agent = AgentDesk.agent(who);
        if (!beginning.add(agent)) {
            throw Acd.problem(Refusal.AGENT_NOT_FREE);
        }
        try {
            return call(wanted, who, agent);
        } finally {
            beginning.remove(agent);
        }
    }

    private long call(NewOutsideCall wanted, SignedIn who, AgentId agent) {
        String state = desks.agent(agent).state();
        if (!state.equals("ready") && !state.equals("not-ready")) {
            throw Acd.problem(Refusal.AGENT_NOT_FREE);
        }
        QueueId queue = talks.firstQueue(who);
        ContactId contact = new ContactId(calls.prepare(wanted, who.user()));
        ClientId client = new ClientId(who.client().value());
        AgentWish wish = new AgentWish.NamedAgent(agent);
        acd.require(new Command.Arrive(contact, client, queue, ContactKind.CALLBACK, 0, false, 0, wish));
        // An agent who was ready has got it already; then it does not wait any more.
        Optional<Refusal> refusal = acd.refusalOf(new Command.Pull(contact, agent));
        if (refusal.isPresent() && refusal.get() != Refusal.NOT_WAITING) {
            acd.refusalOf(new Command.Leave(contact, LeaveCause.REFUSED));
            throw Acd.problem(refusal.get());
        }
        return contact.value();
    }

    /// The contact that the agent has now, its wrap-up included.
    public @Nullable String presentCall(SignedIn who) {
        return desks.agent(AgentDesk.agent(who)).call();
    }
}
