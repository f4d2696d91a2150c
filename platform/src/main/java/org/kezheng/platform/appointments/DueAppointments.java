package org.kezheng.platform.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.gate.Way;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.outside.NewOutsideCall;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.rounds.EachClient;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientScope;

/// Looks for appointments whose time has come, and offers each as a contact of kind callback: to its owner, or to its
/// queue when the owner is not there. What is being offered is written down first, so that nobody is called twice; an
/// appointment whose contact never came into being, because the platform was killed between the two, is offered anew.
final class DueAppointments {
    private static final int MOST_ATTEMPTS = 10;
    private static final String OF_THE_ENGINE = "acd.";
    /// By then the records have a contact that the engine took.
    private static final Duration SETTLED = Duration.ofMinutes(1);
    /// Refusals that pass by themselves.
    private static final Set<String> PASSING = Set.of("gate.trunk", "gate.own-number-frequency", "gate.hours");

    private final Clients clients;
    private final Appointments appointments;
    private final CallbackRetries retries;
    private final CallOutcomes outcomes;
    private final Ways ways;
    private final Instant startedAt;
    /// Owners were told of what was due by then, by client. Of the rounds' thread.
    private final Map<org.kezheng.security.tenancy.ClientId, Instant> lookedAt = new HashMap<>();

    DueAppointments(Clients clients, Appointments appointments, CallbackRetries retries, Ways ways) {
        this.clients = clients;
        this.appointments = appointments;
        this.retries = retries;
        this.outcomes = new CallOutcomes(ways.calls());
        this.ways = ways;
        this.startedAt = appointments.now();
    }

    /// By which a call comes about.
    record Ways(Acd acd, LiveDesks desks, Directory directory, OutsideCalls calls, Gate gate, Phones phones) {}

    void look() {
        Instant now = appointments.now();
        EachClient.act(
                clients.all(),
                client -> ClientScope.run(client, () -> {
                    appointments.tellDue(lookedAt.getOrDefault(client, startedAt), now);
                    lookedAt.put(client, now);
                    appointments.offered().forEach(this::follow);
                    retries.look();
                    appointments.due().forEach(this::offer);
                }));
    }

    private void offer(AppointmentRows.Due due) {
        Offering to = to(due);
        if (to == Offering.LATER) {
            return;
        }
        try {
            long contact = ways.calls().prepare(wanted(due), askedBy(due));
            if (appointments.begin(due, contact, to)) {
                begun(due, contact, to);
            }
        } catch (Problem refused) {
            refused(due, refused.rule());
        }
    }

    /// What the engine did not take, or not in time, is taken back once the records know of no such call.
    private void begun(AppointmentRows.Due due, long contact, Offering to) {
        try {
            arrive(due, contact, to);
        } catch (Problem refused) {
            if (!refused.rule().startsWith(OF_THE_ENGINE)) {
                throw refused;
            }
        }
    }

    private Offering to(AppointmentRows.Due due) {
        Integer owner = due.owner();
        // A mobile begins no call, so its agent is as one who is not there.
        if (owner == null || ways.phones().isOnMobile(owner)) {
            return Offering.QUEUE;
        }
        String state = ways.desks().agent(new AgentId(owner)).state();
        return Offering.of(state, Duration.between(due.dueAt(), appointments.now()));
    }

    private static NewOutsideCall wanted(AppointmentRows.Due due) {
        Way way = due.owner() == null ? Way.QUEUE_CALLBACK : Way.SCHEDULED_CALLBACK;
        return new NewOutsideCall(way, "callback", due.number(), due.voucher(), null);
    }

    private String askedBy(AppointmentRows.Due due) {
        Integer owner = due.owner();
        return owner == null ? OutsideCalls.PLATFORM : ways.directory().agentUser(owner);
    }

    private void arrive(AppointmentRows.Due due, long contact, Offering to) {
        QueueId queue = ways.directory().queuesOf(ClientScope.required()).stream()
                .filter(one -> one.code().equals(due.queue()))
                .findFirst()
                .map(one -> new QueueId(one.id()))
                .orElseThrow(() -> Problem.conflict("call.no-queue", "The queue is not in the definition any more"));
        Integer owner = due.owner();
        AgentWish wish = to == Offering.OWNER && owner != null
                ? new AgentWish.NamedAgent(new AgentId(owner))
                : new AgentWish.Anyone();
        ClientId client = new ClientId(ClientScope.required().value());
        ways.acd()
                .require(new Command.Arrive(
                        new ContactId(contact), client, queue, ContactKind.CALLBACK, 0, false, 0, wish));
    }

    private void refused(AppointmentRows.Due due, String rule) {
        Optional<Instant> again = due.owner() == null ? ways.gate().worthAskingAgainAt(rule) : Optional.empty();
        if (again.isPresent()) {
            appointments.putOff(due.id(), again.get());
        } else if (PASSING.contains(rule) && due.attempts() < MOST_ATTEMPTS) {
            appointments.tryLater(due.id());
        } else {
            appointments.end(due.id(), due.owner(), Appointment.State.FAILED, rule);
        }
    }

    private void follow(AppointmentRows.Offered offered) {
        boolean isSettled = offered.begunAt().plus(SETTLED).isBefore(appointments.now());
        boolean isAlive = ways.desks().hasContact(new ContactId(offered.contact()), ClientScope.required());
        String recorded = offered.outcome();
        if (recorded != null && !isAlive) {
            String outcome = outcomes.of(offered.contact(), recorded);
            boolean isDone = CallOutcomes.isReached(outcome);
            appointments.end(
                    offered.id(), offered.owner(), isDone ? Appointment.State.DONE : Appointment.State.FAILED, outcome);
        } else if (!offered.isKnown() && !isAlive && isSettled) {
            appointments.takeBack(offered);
        }
    }
}
