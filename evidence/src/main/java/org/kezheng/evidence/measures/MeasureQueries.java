package org.kezheng.evidence.measures;

/// The SQL of the historic figures. Each row is a day, a queue or an agent, then one column for each quantity.
final class MeasureQueries {
    private static final String TALK =
            "cast(extract(epoch from ended_at - answered_at) * 1000000 as bigint) - hold_micros";

    static final String CALLS = """
            select to_char(offered_at at time zone :zone, 'YYYY-MM-DD'), queue_id,
                count(*),
                count(answered_at),
                count(*) filter (where outcome = 'abandoned'),
                count(*) filter (where outcome = 'timed-out'),
                count(*) filter (where outcome = 'refused'),
                count(*) filter (where outcome = 'lost'),
                count(*) filter (where answered_at is null and outcome is null),
                coalesce(sum(cast(extract(epoch from answered_at - offered_at) * 1000000 as bigint)), 0),
                count(*) filter (where answered_at - offered_at <= interval '%d microseconds'),
                count(*) filter (where answered_at is not null and ended_at is not null),
                coalesce(sum(%s), 0)
            from call_record
            where offered_at >= :from and queue_id not in (:queues)
            group by 1, 2""".formatted(MeasureScope.SERVICE_LEVEL_MICROS, TALK);

    static final String OFFERS = """
            select to_char(c.offered_at at time zone :zone, 'YYYY-MM-DD'), c.queue_id,
                count(o.ringing_at),
                coalesce(sum(cast(extract(epoch from o.ringing_at - o.offered_at) * 1000000 as bigint)), 0)
            from call_offer o join call_record c on c.contact_id = o.contact_id
            where c.offered_at >= :from and c.queue_id not in (:queues)
            group by 1, 2""";

    static final String ANSWERS = """
            select to_char(answered_at at time zone :zone, 'YYYY-MM-DD'), agent_id,
                count(*),
                coalesce(sum(%s), 0),
                coalesce(sum(hold_micros) filter (where ended_at is not null), 0)
            from call_record
            where answered_at >= :from and queue_id not in (:queues) and agent_id not in (:agents)
            group by 1, 2""".formatted(TALK);

    static final String TALKS_BY_QUEUE = """
            select to_char(c.offered_at at time zone :zone, 'YYYY-MM-DD'), c.queue_id,
                count(*),
                count(i.ended_at),
                coalesce(sum(cast(extract(epoch from i.ended_at - i.started_at) * 1000000 as bigint) - c.hold_micros), 0)
            from agent_state_interval i join call_record c on c.contact_id = i.contact_id
            where i.state = 'talking' and c.offered_at >= :from and c.queue_id not in (:queues)
            group by 1, 2""";

    static final String TALKS_BY_AGENT = """
            select to_char(i.started_at at time zone :zone, 'YYYY-MM-DD'), i.agent_id,
                count(*),
                coalesce(sum(cast(extract(epoch from i.ended_at - i.started_at) * 1000000 as bigint) - c.hold_micros), 0)
            from agent_state_interval i join call_record c on c.contact_id = i.contact_id
            where i.state = 'talking' and i.started_at >= :from
                and c.queue_id not in (:queues) and i.agent_id not in (:agents)
            group by 1, 2""";

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
