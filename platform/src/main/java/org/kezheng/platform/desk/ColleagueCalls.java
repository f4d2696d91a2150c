package org.kezheng.platform.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.outside.ContactNumbers;
import org.kezheng.security.access.SignedIn;

/// An agent calls a colleague without any caller. Two internal contacts make it: the first rings at whoever
/// calls, and when that phone is answered, the second, on behalf of the first, rings at the colleague. Both are
/// in the first one's room, and either one's going ends both, which is the call flow's matter.
public final class ColleagueCalls {
    private static final int MOST_REMEMBERED = 1_000;

    private final Acd acd;
    private final LiveDesks desks;
    private final OwnTalks talks;
    private final ContactNumbers numbers;
    private final MobileChoice mobiles;
    /// By the first contact; guarded by itself. A platform that begins anew has forgotten whom somebody wanted
    /// whose own phone still rang: nobody is called then.
    private final Map<ContactId, Wish> wishes = new Bounded();

    public ColleagueCalls(Acd acd, LiveDesks desks, Directory directory, ContactNumbers numbers, MobileChoice mobiles) {
        this.mobiles = mobiles;
        this.acd = acd;
        this.desks = desks;
        this.talks = new OwnTalks(desks, directory);
        this.numbers = numbers;
    }

    /// What came of a call, once it is known.
    enum Result {
        /// The two talk, or talked.
        TALKED,
        DECLINED,
        NO_ANSWER,
        /// The colleague has become busy meanwhile.
        NOT_FREE,
        /// The colleague's phone could not be reached.
        UNREACHABLE,
        /// It ended before the colleague's phone had come to an end.
        GIVEN_UP
    }

    private static final class Wish {
        final AgentId caller;
        final AgentId colleague;
        final ClientId client;
        final QueueId queue;
        /// The second contact, once there is one.
        @Nullable
        ContactId inner;

        @Nullable
        Result result;

        Wish(AgentId caller, AgentId colleague, ClientId client, QueueId queue) {
            this.caller = caller;
            this.colleague = colleague;
            this.client = client;
            this.queue = queue;
        }
    }

    /// The own phone rings, then the colleague's.
    ///
    /// @return the first contact
    /// @throws Problem when one of the two is not free for a call
    ContactId call(SignedIn who, String user) {
        mobiles.requireMayBegin(who);
        AgentId caller = AgentDesk.agent(who);
        AgentId colleague = talks.colleague(who, user);
        requireFree(caller);
        requireFree(colleague);
        QueueId queue = talks.firstQueue(who);
        ClientId client = new ClientId(who.client().value());
        ContactId outer = new ContactId(numbers.next());
        synchronized (wishes) {
            wishes.put(outer, new Wish(caller, colleague, client, queue));
        }
        Optional<Refusal> refusal = acd.refusalOf(new Command.CallAgent(outer, client, queue, caller, 0));
        if (refusal.isPresent()) {
            synchronized (wishes) {
                wishes.remove(outer);
            }
            throw Acd.problem(refusal.get());
        }
        return outer;
    }

    /// Ends an internal call that rings at the agent, or in which the agent talks.
    AgentView end(SignedIn who, ContactId call) {
        AgentView now = desks.agent(AgentDesk.agent(who));
        boolean isOwn = Long.toString(call.value()).equals(now.call());
        boolean isInternal =
                desks.placeOf(call).filter(place -> place.isInternal()).isPresent();
        if (!isOwn || !isInternal) {
            throw Problem.notFound("call.unknown");
        }
        acd.require(new Command.Leave(call, LeaveCause.REFUSED));
        return desks.agent(AgentDesk.agent(who));
    }

    /// What came of a call that the agent began; empty while that is not known.
    Optional<Result> resultOf(SignedIn who, ContactId call) {
        synchronized (wishes) {
            Wish wish = wishes.get(call);
            if (wish == null || !wish.caller.equals(AgentDesk.agent(who))) {
                throw Problem.notFound("call.unknown");
            }
            return Optional.ofNullable(wish.result);
        }
    }

    /// Takes a durable record. What follows from it is done elsewhere than on the thread that tells records.
    public void accept(JournalRecord record) {
        for (Event event : record.events()) {
            if (event instanceof Event.ContactAnswered(var contact, var offer, var agent)) {
                answered(contact);
            } else if (event instanceof Event.OfferEnded(var offer, var contact, var agent, var outcome)) {
                offerEnded(contact, outcome);
            } else if (event instanceof Event.ContactEnded(var contact, var outcome)) {
                ended(contact);
            }
        }
    }

    private void answered(ContactId contact) {
        synchronized (wishes) {
            Wish wish = wishes.get(contact);
            if (wish == null || wish.inner != null || wish.result != null) {
                return;
            }
            ContactId inner = new ContactId(numbers.next());
            wish.inner = inner;
            Command call = new Command.CallAgent(inner, wish.client, wish.queue, wish.colleague, contact.value());
            Thread.ofVirtual().name("colleague-call").start(() -> ring(contact, wish, call));
        }
    }

    private void ring(ContactId outer, Wish wish, Command call) {
        boolean isRinging = false;
        try {
            isRinging = acd.refusalOf(call).isEmpty();
        } catch (Problem unavailable) {
            // The engine takes nothing now; whoever called is not kept in silence.
        }
        if (!isRinging) {
            synchronized (wishes) {
                wish.result = Result.NOT_FREE;
            }
            acd.refusalOf(new Command.EndTalk(outer));
        }
    }

    private void offerEnded(ContactId contact, OfferOutcome outcome) {
        synchronized (wishes) {
            wishes.values().stream()
                    .filter(wish -> contact.equals(wish.inner) && wish.result == null)
                    .forEach(wish -> wish.result = switch (outcome) {
                        case ANSWERED -> Result.TALKED;
                        case DECLINED -> Result.DECLINED;
                        case MISSED -> Result.NO_ANSWER;
                        case FAILED -> Result.UNREACHABLE;
                        case WITHDRAWN -> Result.GIVEN_UP;
                    });
        }
    }

    private void ended(ContactId contact) {
        synchronized (wishes) {
            Wish wish = wishes.get(contact);
            if (wish != null && wish.result == null) {
                wish.result = Result.GIVEN_UP;
            }
        }
    }

    private void requireFree(AgentId agent) {
        String state = desks.agent(agent).state();
        if (!state.equals("ready") && !state.equals("not-ready")) {
            throw Acd.problem(Refusal.AGENT_NOT_FREE);
        }
    }

    private static final class Bounded extends LinkedHashMap<ContactId, Wish> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContactId, Wish> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
