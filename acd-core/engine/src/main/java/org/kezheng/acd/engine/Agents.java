package org.kezheng.acd.engine;

import java.util.Arrays;

/// The configured agents: one row each. A row stays an agent's own as long as the agent is configured.
final class Agents {
    static final int NONE = -1;
    private static final int NO_CONTACT = -1;

    private static final int WORDS = 8;
    private static final int IDLE_NUMBER = 0;
    private static final int IDLE_SINCE = 1;
    private static final int STATE = 2;
    private static final int LOADS = 3;
    private static final int TALKS = 4;
    private static final int WRAP_UPS = 5;
    private static final int CONTACT = 6;
    private static final int PASS_OVERS = 7;

    private static final int STATE_BITS = 7;
    private static final int NEXT_SHIFT = 3;
    private static final int RESTS = 1 << 6;
    private static final int IDLE_SHIFT = 7;
    private static final int IDLE_BITS = 15;
    private static final int DECLINES_SHIFT = 11;
    private static final int DECLINES_BITS = 255;
    private static final int ID_SHIFT = 32;
    private static final AgentState[] STATES = AgentState.values();

    private final long[] cells;
    private final ReasonCode[] reasons;
    private final ReasonCode[] nextReasons;
    private final FreeSlots free;
    private final LongIndex byId;
    private long idles;

    Agents(int capacity) {
        cells = new long[capacity * WORDS];
        reasons = new ReasonCode[capacity];
        nextReasons = new ReasonCode[capacity];
        free = new FreeSlots(capacity);
        byId = LongIndex.ofAny(capacity);
        Arrays.fill(reasons, ReasonCode.NONE);
        Arrays.fill(nextReasons, ReasonCode.NONE);
    }

    int rows() {
        return reasons.length;
    }

    int find(long agent) {
        return byId.get(agent);
    }

    /// 0: the row is nobody's.
    int id(int row) {
        return (int) (cells[row * WORDS + STATE] >>> ID_SHIFT);
    }

    /// An agent who is new, as signed out.
    int add(AgentId agent) {
        int row = free.take();
        Arrays.fill(cells, row * WORDS, (row + 1) * WORDS, 0);
        cells[row * WORDS + STATE] = (long) agent.value() << ID_SHIFT
                | AgentState.SIGNED_OUT.ordinal()
                | (long) AgentState.READY.ordinal() << NEXT_SHIFT;
        cells[row * WORDS + LOADS] = Contacts.pair(NO_CONTACT, 0);
        cells[row * WORDS + TALKS] = Contacts.pair(NONE, NONE);
        cells[row * WORDS + WRAP_UPS] = Contacts.pair(NONE, NONE);
        cells[row * WORDS + PASS_OVERS] = Contacts.pair(PassOvers.NONE, 0);
        byId.put(agent.value(), row);
        return row;
    }

    /// The agent is signed out.
    void remove(int row) {
        byId.remove(id(row));
        cells[row * WORDS + STATE] = 0;
        reasons[row] = ReasonCode.NONE;
        nextReasons[row] = ReasonCode.NONE;
        free.give(row);
    }

    AgentState state(int row) {
        return STATES[(int) cells[row * WORDS + STATE] & STATE_BITS];
    }

    ReasonCode reason(int row) {
        return reasons[row];
    }

    void setState(int row, AgentState state, ReasonCode reason, long contact) {
        int at = row * WORDS;
        cells[at + STATE] = (cells[at + STATE] & ~STATE_BITS) | state.ordinal();
        cells[at + CONTACT] = contact;
        reasons[row] = reason;
    }

    /// What the agent will be after the present contacts: `READY`, `NOT_READY` with its reason, or `SIGNED_OUT`.
    AgentState next(int row) {
        return STATES[(int) cells[row * WORDS + STATE] >>> NEXT_SHIFT & STATE_BITS];
    }

    ReasonCode nextReason(int row) {
        return nextReasons[row];
    }

    void setNext(int row, AgentState next, ReasonCode reason) {
        int at = row * WORDS + STATE;
        cells[at] = (cells[at] & ~((long) STATE_BITS << NEXT_SHIFT)) | (long) next.ordinal() << NEXT_SHIFT;
        nextReasons[row] = reason;
    }

    /// Whether the agent rests, or has chosen to.
    boolean rests(int row) {
        return (cells[row * WORDS + STATE] & RESTS) != 0;
    }

    void setRests(int row, boolean rests) {
        int at = row * WORDS + STATE;
        cells[at] = rests ? (cells[at] | RESTS) : (cells[at] & ~RESTS);
    }

    int declines(int row) {
        return (int) cells[row * WORDS + STATE] >>> DECLINES_SHIFT & DECLINES_BITS;
    }

    void setDeclines(int row, int declines) {
        int at = row * WORDS + STATE;
        cells[at] = (cells[at] & ~((long) DECLINES_BITS << DECLINES_SHIFT)) | (long) declines << DECLINES_SHIFT;
    }

    /// The channels, as bits, in whose orders of the idle the agent stands.
    int idleChannels(int row) {
        return (int) cells[row * WORDS + STATE] >>> IDLE_SHIFT & IDLE_BITS;
    }

    void setIdleChannels(int row, int channels) {
        int at = row * WORDS + STATE;
        cells[at] = (cells[at] & ~((long) IDLE_BITS << IDLE_SHIFT)) | (long) channels << IDLE_SHIFT;
    }

    /// Contacts from the offer to the end of wrap-up, per channel: a byte each.
    int loads(int row) {
        return (int) cells[row * WORDS + LOADS];
    }

    void changeLoad(int row, Channel channel, int by) {
        int at = row * WORDS + LOADS;
        cells[at] = Contacts.pair((int) (cells[at] >>> 32), withLoad((int) cells[at], channel, by));
    }

    static int withLoad(int loads, Channel channel, int by) {
        return loads + (by << (8 * channel.ordinal()));
    }

    /// Row of the contact that rings, or [Contacts#NONE].
    int ringing(int row) {
        return (int) (cells[row * WORDS + LOADS] >>> 32);
    }

    void setRinging(int row, int contactRow) {
        int at = row * WORDS + LOADS;
        cells[at] = Contacts.pair(contactRow, (int) cells[at]);
    }

    int firstTalk(int row) {
        return (int) (cells[row * WORDS + TALKS] >>> 32);
    }

    int lastTalk(int row) {
        return (int) cells[row * WORDS + TALKS];
    }

    void setTalks(int row, int first, int last) {
        cells[row * WORDS + TALKS] = Contacts.pair(first, last);
    }

    int firstWrapUp(int row) {
        return (int) (cells[row * WORDS + WRAP_UPS] >>> 32);
    }

    int lastWrapUp(int row) {
        return (int) cells[row * WORDS + WRAP_UPS];
    }

    void setWrapUps(int row, int first, int last) {
        cells[row * WORDS + WRAP_UPS] = Contacts.pair(first, last);
    }

    /// The contact told with the present state.
    long contact(int row) {
        return cells[row * WORDS + CONTACT];
    }

    int passOver(int row) {
        return (int) (cells[row * WORDS + PASS_OVERS] >>> 32);
    }

    int passOverCount(int row) {
        return (int) cells[row * WORDS + PASS_OVERS];
    }

    void setPassOver(int row, int first, int count) {
        cells[row * WORDS + PASS_OVERS] = Contacts.pair(first, count);
    }

    /// The order in which agents became idle. It outlives an offer that was not answered.
    long idleNumber(int row) {
        return cells[row * WORDS + IDLE_NUMBER];
    }

    long idleSince(int row) {
        return cells[row * WORDS + IDLE_SINCE];
    }

    void beginIdle(int row, long now) {
        cells[row * WORDS + IDLE_NUMBER] = ++idles;
        cells[row * WORDS + IDLE_SINCE] = now;
    }

    void digest(Digest digest) {
        digest.add(idles);
        free.digest(digest);
        for (int row = 0; row < rows(); row++) {
            if (id(row) != 0) {
                digest.add(row);
                for (int word = 0; word < WORDS; word++) {
                    digest.add(cells[row * WORDS + word]);
                }
                digest.add(reasons[row].value());
                digest.add(nextReasons[row].value());
            }
        }
    }

    void save(StateSink sink) {
        sink.number(idles);
        free.save(sink);
        for (int row = 0; row < rows(); row++) {
            if (id(row) != 0) {
                sink.number(row + 1);
                for (int word = 0; word < WORDS; word++) {
                    sink.number(cells[row * WORDS + word]);
                }
                sink.text(reasons[row].value());
                sink.text(nextReasons[row].value());
            }
        }
        sink.number(0);
    }

    void restore(StateSource source) {
        idles = source.number();
        free.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int row = Checks.index(next - 1, rows());
            for (int word = 0; word < WORDS; word++) {
                cells[row * WORDS + word] = source.number();
            }
            reasons[row] = new ReasonCode(source.text());
            nextReasons[row] = new ReasonCode(source.text());
            byId.put(id(row), row);
        }
    }
}
