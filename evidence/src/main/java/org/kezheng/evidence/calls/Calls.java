package org.kezheng.evidence.calls;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Questions about calls and agents' time, answered from the projections for the client in scope.
public final class Calls {
    private final EntityManager entities;
    private final TransactionTemplate reading;

    Calls(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// The calls that match, at most as many as the filter's limit.
    public CallPage matching(CallFilter filter) {
        return inTransaction(() -> {
            CriteriaBuilder builder = entities.getCriteriaBuilder();
            CriteriaQuery<CallRecord> query = builder.createQuery(CallRecord.class);
            Root<CallRecord> call = query.from(CallRecord.class);
            query.where(conditions(filter, builder, call).toArray(Predicate[]::new));
            query.orderBy(builder.desc(call.get("arrivalNumber")));
            List<CallRecord> found = entities.createQuery(query)
                    .setMaxResults(filter.limit() + 1)
                    .getResultList();
            return CallPage.of(found.stream().map(CallRecord::toCall).toList(), filter.limit());
        });
    }

    /// The call of that contact, if the client in scope has it.
    public Optional<Call> withId(long contact) {
        return inTransaction(() ->
                Optional.ofNullable(entities.find(CallRecord.class, contact)).map(CallRecord::toCall));
    }

    /// The internal calls on behalf of the contact, oldest first.
    public List<Call> internalOf(long contact) {
        return inTransaction(() -> entities
                .createQuery(
                        "select c from CallRecord c where c.precursorId = :contact and c.kind = :internal"
                                + " order by c.arrivalNumber",
                        CallRecord.class)
                .setParameter("contact", contact)
                .setParameter("internal", CallRecord.INTERNAL)
                .getResultList()
                .stream()
                .map(CallRecord::toCall)
                .toList());
    }

    /// The contact in which the caller of this one was called back, as was asked for.
    public Optional<Call> callbackOf(long contact) {
        return inTransaction(() -> entities
                .createQuery(
                        "select c from CallRecord c where c.precursorId = :contact and c.kind = :callback",
                        CallRecord.class)
                .setParameter("contact", contact)
                .setParameter("callback", CallRecord.CALLBACK)
                .getResultList()
                .stream()
                .map(CallRecord::toCall)
                .findFirst());
    }

    /// The contact in which the caller asked for this one, a call back.
    public Optional<Long> askedIn(long callback) {
        return inTransaction(() ->
                Optional.ofNullable(entities.find(CallRecord.class, callback)).flatMap(CallRecord::askedIn));
    }

    /// Each offer of the contact, oldest first.
    public List<Offer> offersOf(long contact) {
        return inTransaction(() -> entities
                .createQuery(
                        "select o from CallOffer o where o.contactId = :contact order by o.offerId", CallOffer.class)
                .setParameter("contact", contact)
                .getResultList()
                .stream()
                .map(CallOffer::toOffer)
                .toList());
    }

    /// What the agent was doing in the span, oldest first; intervals that reach into it are whole.
    public List<Interval> intervalsOf(int agent, Instant from, Instant to) {
        return inTransaction(() -> entities
                .createQuery("""
                        select i from AgentStateInterval i
                        where i.agentId = :agent and i.startedAt < :to and (i.endedAt is null or i.endedAt > :from)
                        order by i.key.journalPosition, i.key.ordinal""", AgentStateInterval.class)
                .setParameter("agent", agent)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(AgentStateInterval::toInterval)
                .toList());
    }

    private static List<Predicate> conditions(CallFilter filter, CriteriaBuilder builder, Root<CallRecord> call) {
        List<Predicate> all = new ArrayList<>();
        all.add(builder.notEqual(call.get("kind"), CallRecord.INTERNAL));
        if (filter.queue() != null) {
            all.add(builder.equal(call.get("queueId"), filter.queue()));
        }
        if (!filter.exceptQueues().isEmpty()) {
            all.add(builder.not(call.get("queueId").in(filter.exceptQueues())));
        }
        if (filter.agent() != null) {
            all.add(builder.equal(call.get("agentId"), filter.agent()));
        }
        if (filter.outcome() != null) {
            all.add(builder.equal(call.get("outcome"), filter.outcome()));
        }
        if (filter.from() != null) {
            all.add(builder.greaterThanOrEqualTo(call.get("offeredAt"), filter.from()));
        }
        if (filter.to() != null) {
            all.add(builder.lessThan(call.get("offeredAt"), filter.to()));
        }
        if (filter.before() != null) {
            all.add(builder.lt(call.get("arrivalNumber"), filter.before()));
        }
        return all;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }
}
