package org.kezheng.evidence.measures;

/// The SQL of the historic figures. Each row is a day, a queue or an agent, then one column for each quantity.
final class MeasureQueries {
    /// Of an answered offer, which is a talk with one agent; null while it goes on.
    private static final String TALK =
            "cast(extract(epoch from o.talk_ended_at - o.ended_at) * 1000000 as bigint) - o.hold_micros";

    /// Of an interval of an agent's time, without the hold of its talk.
    private static final String INTERVAL =
            "cast(extract(epoch from i.ended_at - i.started_at) * 1000000 as bigint) - coalesce(o.hold_micros, 0)";

    static final String CALLS = """
            select to_char(c.offered_at at time zone :zone, 'YYYY-MM-DD'), c.queue_id,
                count(*),
                count(c.answered_at),
                count(*) filter (where c.outcome = 'abandoned'),
                count(*) filter (where c.outcome = 'timed-out'),
                count(*) filter (where c.outcome = 'refused'),
                count(*) filter (where c.outcome = 'lost'),
                count(*) filter (where c.outcome = 'overflowed'),
                count(*) filter (where c.outcome = 'callback'),
                count(*) filter (where c.outcome = 'voicemail'),
                count(*) filter (where c.answered_at is null and c.outcome is null),
                coalesce(sum(cast(extract(epoch from c.answered_at - c.offered_at) * 1000000 as bigint)), 0),
                count(*) filter (where c.answered_at - c.offered_at <= interval '%d microseconds'),
                count(*) filter (where c.answered_at is not null and c.ended_at is not null),
                coalesce(sum(talks.micros) filter (where c.ended_at is not null), 0)
            from call_record c left join lateral (
                select sum(%s) as micros from call_offer o
                where o.contact_id = c.contact_id and o.outcome = 'answered'
            ) talks on true
            where c.offered_at >= :from and c.kind <> 'internal' and c.queue_id not in (:queues)
            group by 1, 2""".formatted(MeasureScope.SERVICE_LEVEL_MICROS, TALK);

    static final String OFFERS = """
            select to_char(c.offered_at at time zone :zone, 'YYYY-MM-DD'), c.queue_id,
                count(o.ringing_at),
                coalesce(sum(cast(extract(epoch from o.ringing_at - o.offered_at) * 1000000 as bigint)), 0)
            from call_offer o join call_record c on c.contact_id = o.contact_id
            where c.offered_at >= :from and c.kind <> 'internal' and c.queue_id not in (:queues)
            group by 1, 2""";

    static final String ANSWERS = """
            select to_char(o.ended_at at time zone :zone, 'YYYY-MM-DD'), o.agent_id,
                count(*),
                coalesce(sum(%s), 0),
                coalesce(sum(o.hold_micros), 0)
            from call_offer o join call_record c on c.contact_id = o.contact_id
            where o.outcome = 'answered' and o.ended_at >= :from
                and c.kind <> 'internal' and c.queue_id not in (:queues) and o.agent_id not in (:agents)
            group by 1, 2""".formatted(TALK);

    /// A call's talks are the intervals of its agents; the call counts once.
    static final String TALKS_BY_QUEUE = """
            select to_char(c.offered_at at time zone :zone, 'YYYY-MM-DD'), c.queue_id,
                count(distinct c.contact_id),
                count(distinct c.contact_id) filter (where c.ended_at is not null and i.ended_at is not null),
                coalesce(sum(%s) filter (where c.ended_at is not null), 0)
            from agent_state_interval i join call_record c on c.contact_id = i.contact_id
                left join call_offer o on o.contact_id = i.contact_id and o.agent_id = i.agent_id
                    and o.outcome = 'answered' and o.ended_at = i.started_at
            where i.state = 'talking' and c.offered_at >= :from and c.kind <> 'internal' and c.queue_id not in (:queues)
            group by 1, 2""".formatted(INTERVAL);

    static final String TALKS_BY_AGENT = """
            select to_char(i.started_at at time zone :zone, 'YYYY-MM-DD'), i.agent_id,
                count(*),
                coalesce(sum(%s), 0)
            from agent_state_interval i join call_record c on c.contact_id = i.contact_id
                left join call_offer o on o.contact_id = i.contact_id and o.agent_id = i.agent_id
                    and o.outcome = 'answered' and o.ended_at = i.started_at
            where i.state = 'talking' and i.started_at >= :from
                and c.kind <> 'internal' and c.queue_id not in (:queues) and i.agent_id not in (:agents)
            group by 1, 2""".formatted(INTERVAL);

    /// Each interval is cut at the site's midnights; one that lasts ends at `asOf` at the latest.
    static final String AGENTS_TIME = """
            with spans as (
                select agent_id, state, greatest(started_at, :from) as since, coalesce(ended_at, :asOf) as until
                from agent_state_interval
                where state in ('talking', 'wrap-up', 'ready', 'not-ready') and agent_id not in (:agents)
                    and (ended_at is null or ended_at > :from)
            )
            select to_char(day, 'YYYY-MM-DD'), agent_id, state,
                sum(cast(extract(epoch from least(until, (day + interval '1 day') at time zone :zone)
                    - greatest(since, day at time zone :zone)) * 1000000 as bigint))
            from spans, generate_series(date_trunc('day', since at time zone :zone),
                until at time zone :zone, interval '1 day') as day
            where until > since and until > day at time zone :zone
            group by 1, 2, 3""";

    private MeasureQueries() {}

    static Quantity timeIn(String state) {
        return switch (state) {
            case "talking" -> Quantity.TALKING_MICROS;
            case "wrap-up" -> Quantity.WRAP_UP_MICROS;
            case "ready" -> Quantity.READY_MICROS;
            case "not-ready" -> Quantity.NOT_READY_MICROS;
            default -> throw new IllegalArgumentException("No time is counted in that state");
        };
    }
}
