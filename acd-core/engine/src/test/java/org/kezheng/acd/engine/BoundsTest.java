package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A value outside its bounds is refused where it is made, by a message that names it and says the bounds.
final class BoundsTest {
    private static final long YEAR = QueueTimes.LONGEST_MICROS;
    private static final long DAY = 24L * 3_600 * 1_000_000;
    private static final int MANY = 1 << 21;
    private static final Overflow ENDS = new Overflow.Disconnect();

    /// A good value, one component of it by its number, and the least and the greatest that it may be.
    static Stream<Arguments> bounds() {
        QueueTimes times = new QueueTimes(1, 0, 1, 1_000_000);
        Record rules = new RoutingRules(0, 0, List.of(), List.of());
        Record bounds = new QueueBounds(0, ENDS, ENDS, 0);
        Record policy = new OfferPolicy(AgentChoice.BEST_MATCH, MissedOffer.NOT_READY, 0, 0);
        Record arrival = new Command.Arrive(new ContactId(1), new ClientId(1), new QueueId(1));
        Record level = new SkillLevel(new SkillId(1), 1);
        Record required = new SkillRequirement(new SkillId(1), 1);
        Record queue = new QueueDefinition(new QueueId(1), "queue", new ClientId(1), List.of(), times);
        return Stream.of(
                Arguments.of(times, 0, 1, YEAR, "An offer's timeout"),
                Arguments.of(times, 1, 0, YEAR, "A wrap-up limit"),
                Arguments.of(times, 2, 1, YEAR, "A longest wait"),
                Arguments.of(times, 3, 1_000_000, YEAR, "A pass-over time"),
                Arguments.of(times, 4, 0, YEAR, "A wrap-up extension"),
                Arguments.of(times, 5, 0, YEAR, "The time for which a place is kept"),
                Arguments.of(times, 6, 0, YEAR, "The wait for the last agent"),
                Arguments.of(times, 7, 0, YEAR, "The wait for a named agent"),
                Arguments.of(rules, 0, 0, DAY, "The weight of priority"),
                Arguments.of(rules, 1, 0, 100, "A priority"),
                Arguments.of(bounds, 0, 0, 1 << 20, "A queue's length"),
                Arguments.of(bounds, 3, 0, 1 << 20, "The number of resting agents"),
                Arguments.of(policy, 2, 0, 100, "The number of declines in a row"),
                Arguments.of(policy, 3, 0, 100, "The number of extensions"),
                Arguments.of(queue, 4, 0, 100, "A priority"),
                Arguments.of(arrival, 4, 0, 100, "A priority"),
                Arguments.of(arrival, 6, 0, Long.MAX_VALUE, "A token"),
                Arguments.of(level, 1, 1, 10, "A skill's level"),
                Arguments.of(required, 1, 1, 10, "A required level"),
                Arguments.of(new Ring(0, List.of()), 0, 0, YEAR, "A ring's beginning"),
                Arguments.of(Capacity.ONE_CALL, 0, 0, 1, "An agent's capacity for calls"),
                Arguments.of(Capacity.ONE_CALL, 1, 0, 50, "An agent's capacity for chats"),
                Arguments.of(Capacity.ONE_CALL, 2, 0, 50, "An agent's capacity for mails"),
                Arguments.of(Capacity.ONE_CALL, 3, 0, 50, "An agent's capacity for social messages"),
                Arguments.of(new Command.ClockJumped(0, 0), 0, 0, 1L << 55, "An instant"),
                Arguments.of(new Command.ClockJumped(0, 0), 1, 0, 1L << 55, "An instant"),
                Arguments.of(new AgentId(1), 0, 1, Integer.MAX_VALUE, "An agent's id"),
                Arguments.of(new ClientId(1), 0, 1, Integer.MAX_VALUE, "A client's id"),
                Arguments.of(new QueueId(1), 0, 1, Integer.MAX_VALUE, "A queue's id"),
                Arguments.of(new SkillId(1), 0, 1, Integer.MAX_VALUE, "A skill's id"),
                Arguments.of(new OfferId(1), 0, 1, Long.MAX_VALUE, "An offer's id"),
                Arguments.of(new EffectId(1), 0, 1, Long.MAX_VALUE, "An effect's id"),
                Arguments.of(
                        new Configuration(1, List.of(), List.of(), List.of()),
                        0,
                        1,
                        Long.MAX_VALUE,
                        "A configuration's version"));
    }

    static Stream<Arguments> limits() {
        Limits good = World.limits();
        String[] names = {
            "contacts",
            "agents",
            "skills",
            "queues",
            "memberships",
            "pass-overs",
            "pass-overs per agent",
            "pass-overs per contact",
            "contacts reserved per agent",
            "kept places",
            "effects",
            "ended contacts",
            "work per tick"
        };
        Stream<Arguments> counts = Stream.iterate(0, i -> i < names.length, i -> i + 1)
                .map(i -> Arguments.of(
                        good,
                        i,
                        names[i].equals("effects") ? 3 : 1,
                        names[i].equals("memberships") ? 1 << 25 : names[i].equals("effects") ? 2 * MANY : MANY,
                        "The limit of " + names[i]));
        return Stream.concat(counts, Stream.of(Arguments.of(good, 13, 1, YEAR, "The talk lease")));
    }

    @ParameterizedTest
    @MethodSource({"bounds", "limits"})
    void whatIsOutsideIsRefusedByName(Record good, int component, long least, long greatest, String name) {
        assertThat(component(with(good, component, least), component)).isEqualTo(least);
        assertThat(component(with(good, component, greatest), component)).isEqualTo(greatest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(good, component, least - 1))
                .withMessageStartingWith(name + " ")
                .withMessageEndingWith(": " + (least - 1));
        boolean isBounded = greatest != Integer.MAX_VALUE && greatest != Long.MAX_VALUE;
        if (isBounded) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(good, component, greatest + 1))
                    .withMessage(name + " lies from " + least + " to " + greatest + ": " + (greatest + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a_b", "ä", "a b", "0123456789012345678901234567890123", "`", "{", "/", ":"})
    void whatIsNoCodeIsRefusedAndNotRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReasonCode(text))
                .withMessage("A reason code is 1 to 32 of a-z, 0-9 and -");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DispositionCode(text))
                .withMessageStartingWith("A disposition code is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SkillDefinition(new SkillId(1), text))
                .withMessageStartingWith("A skill's code is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueDefinition(
                        new QueueId(1), text, new ClientId(1), List.of(), new QueueTimes(1, 0, 1, 1_000_000)))
                .withMessageStartingWith("A queue's code is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "0", "9", "-", "01234567890123456789012345678901"})
    void codesReachToTheirBounds(String text) {
        assertThat(new ReasonCode(text).value()).isEqualTo(text);
    }

    @Test
    void aQueueHasOneToFourRings() {
        for (int rings : new int[] {0, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queueOf(rings))
                    .withMessage("The number of a queue's rings lies from 1 to 4: " + rings);
        }
        assertThat(queueOf(4).rings()).hasSize(4);
    }

    @Test
    void theProportionsOfLimitsKeepWithinTheirBounds() {
        assertThat(Limits.standard()).isEqualTo(Limits.sized(10_000, 2_000));
        assertThat(Limits.sized(100, 10).effects()).isEqualTo(400);
        assertThat(Limits.sized(100, 10).memberships()).isEqualTo(4_000);
        assertThat(Limits.sized(MANY, 10).effects()).isEqualTo(2 * MANY);
        assertThat(Limits.sized(100, 100_000).memberships()).isEqualTo(1 << 25);
        assertThat(Limits.standard().talkLeaseMicros()).isEqualTo(DAY / 6);
    }

    private static QueueDefinition queueOf(int rings) {
        Ring[] all = new Ring[rings];
        Arrays.setAll(all, ring -> new Ring(ring, List.of()));
        return new QueueDefinition(
                new QueueId(1),
                "queue",
                new ClientId(1),
                Channel.VOICE,
                0,
                List.of(all),
                new QueueTimes(1, 0, 1, 1_000_000),
                QueueBounds.NONE,
                OfferPolicy.STANDARD);
    }

    /// The same record with one number in it changed.
    private static Record with(Record good, int number, long value) {
        RecordComponent[] components = good.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = i != number ? read(good, components[i]) : types[i] == int.class ? (Object) (int) value : value;
        }
        try {
            return good.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static long component(Record of, int number) {
        return ((Number) read(of, of.getClass().getRecordComponents()[number])).longValue();
    }

    private static Object read(Record of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
