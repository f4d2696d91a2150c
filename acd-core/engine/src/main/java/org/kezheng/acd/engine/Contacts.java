package org.kezheng.acd.engine;

/// The contacts that are here: one row each, in two lines of memory.
final class Contacts {
    static final int NONE = -1;

    private static final int WORDS = 16;
    private static final int ID = 0;
    private static final int ARRIVED = 1;
    private static final int PLACE = 2;
    private static final int ENTERED = 3;
    private static final int OFFER = 4;
    private static final int RING_EFFECT = 5;
    private static final int STATE = 6;
    private static final int AGENT_AND_PASS_OVER = 7;
    private static final int TOKEN = 8;
    private static final int WISH_UNTIL = 9;
    private static final int WISH_AGENT = 10;
    private static final int TICKET = 11;
    private static final int PREDICTED = 12;
    private static final int TALK_LINKS = 13;
    private static final int PASS_OVER_COUNT = 14;

    private static final int STAGE_SHIFT = 0;
    private static final int APPLIED_SHIFT = 3;
    private static final int TOLD_SHIFT = 6;
    private static final int THREE_BITS = 7;
    private static final int HAS_RUNG = 1 << 9;
    private static final int IS_HELD = 1 << 10;
    private static final int WAS_ANSWERED = 1 << 11;
    private static final int IS_VIP = 1 << 12;
    private static final int WISH_SHIFT = 13;
    private static final int WISH_BITS = 3;
    private static final int KIND_SHIFT = 15;
    private static final int PRIORITY_SHIFT = 18;
    private static final int PRIORITY_BITS = 127;

    private static final Stage[] STAGES = Stage.values();
    private static final Wish[] WISHES = Wish.values();
    private static final ContactKind[] KINDS = ContactKind.values();

    private final long[] cells;
    private final FreeSlots free;
    private final LongIndex byId;
    private final LongIndex byOffer;
    private long arrivals;
    private long lastOffer;
    private int legs;

    Contacts(int capacity) {
        cells = new long[capacity * WORDS];
        free = new FreeSlots(capacity);
        byId = LongIndex.ofAny(capacity);
        byOffer = LongIndex.ofCounted(capacity);
    }

    enum Stage {
        ABSENT,
        WAITING,
        RINGING,
        TALKING
    }

    enum Wish {
        NONE,
        LAST_AGENT,
        NAMED_AGENT
    }

    int rows() {
        return cells.length / WORDS;
    }

    int count() {
        return free.taken();
    }

    boolean isFull() {
        return free.free() == 0;
    }

    /// Ringing and talking contacts: those with an agent's leg.
    int legs() {
        return legs;
    }

    long lastOffer() {
        return lastOffer;
    }

    long nextArrival() {
        return ++arrivals;
    }

    int find(long contact) {
        return byId.get(contact);
    }

    int findByOffer(long ofOffer) {
        return byOffer.get(ofOffer);
    }

    /// A new row that waits, without place, queue and times.
    int add(long contact, ContactKind kind, int priority, boolean isVip, long token) {
        int row = free.take();
        int at = row * WORDS;
        cells[at + ID] = contact;
        cells[at + OFFER] = 0;
        cells[at + RING_EFFECT] = 0;
        cells[at + STATE] = (long) Stage.WAITING.ordinal() << STAGE_SHIFT
                | (isVip ? IS_VIP : 0)
                | (long) kind.ordinal() << KIND_SHIFT
                | (long) priority << PRIORITY_SHIFT;
        cells[at + AGENT_AND_PASS_OVER] = pair(NONE, PassOvers.NONE);
        cells[at + TOKEN] = token;
        cells[at + WISH_UNTIL] = 0;
        cells[at + WISH_AGENT] = 0;
        cells[at + TALK_LINKS] = 0;
        cells[at + PREDICTED] = WaitEstimates.UNKNOWN;
        cells[at + PASS_OVER_COUNT] = 0;
        byId.put(contact, row);
        return row;
    }

    /// The row goes on as another contact, a callback.
    void rename(int row, long contact) {
        byId.remove(id(row));
        cells[row * WORDS + ID] = contact;
        byId.put(contact, row);
        long state = cells[row * WORDS + STATE] & ~((long) THREE_BITS << KIND_SHIFT) & ~WAS_ANSWERED;
        cells[row * WORDS + STATE] = state | (long) ContactKind.CALLBACK.ordinal() << KIND_SHIFT;
        cells[row * WORDS + TOKEN] = 0;
        setPredicted(row, WaitEstimates.UNKNOWN);
    }

    long openOffer(int row, int toAgent) {
        int at = row * WORDS;
        cells[at + OFFER] = ++lastOffer;
        byOffer.put(lastOffer, row);
        cells[at + AGENT_AND_PASS_OVER] = pair(toAgent, passOver(row));
        setStage(row, Stage.RINGING);
        setFlag(row, HAS_RUNG, false);
        legs++;
        return lastOffer;
    }

    /// The leg is gone, or is nobody's any more.
    void closeOffer(int row) {
        int at = row * WORDS;
        byOffer.remove(cells[at + OFFER]);
        cells[at + OFFER] = 0;
        cells[at + AGENT_AND_PASS_OVER] = pair(NONE, passOver(row));
        setFlag(row, IS_HELD, false);
        setStage(row, Stage.WAITING);
        legs--;
    }

    void remove(int row) {
        byId.remove(id(row));
        cells[row * WORDS + ID] = 0;
        setStage(row, Stage.ABSENT);
        free.give(row);
    }

    long id(int row) {
        return cells[row * WORDS + ID];
    }

    Stage stage(int row) {
        return STAGES[bits(row, STAGE_SHIFT, THREE_BITS)];
    }

    boolean isWaiting(int row) {
        return bits(row, STAGE_SHIFT, THREE_BITS) == Stage.WAITING.ordinal();
    }

    void setStage(int row, Stage stage) {
        setBits(row, STAGE_SHIFT, THREE_BITS, stage.ordinal());
    }

    /// On the engine's clock; what the order goes by.
    long arrived(int row) {
        return cells[row * WORDS + ARRIVED];
    }

    /// Orders contacts of the same key.
    long place(int row) {
        return cells[row * WORDS + PLACE];
    }

    void setPlace(int row, long arrived, long place) {
        cells[row * WORDS + ARRIVED] = arrived;
        cells[row * WORDS + PLACE] = place;
    }

    /// When it entered its present queue; what rings and longest wait go by.
    long entered(int row) {
        return cells[row * WORDS + ENTERED];
    }

    /// Counts who entered the queue.
    long ticket(int row) {
        return cells[row * WORDS + TICKET];
    }

    void enter(int row, long now, long ticket) {
        cells[row * WORDS + ENTERED] = now;
        cells[row * WORDS + TICKET] = ticket;
        setBits(row, TOLD_SHIFT, THREE_BITS, 1);
    }

    /// The offer that rings or was answered; 0: none.
    long offer(int row) {
        return cells[row * WORDS + OFFER];
    }

    /// The effect that asks to ring for the offer; 0: settled.
    long ringEffect(int row) {
        return cells[row * WORDS + RING_EFFECT];
    }

    void setRingEffect(int row, long effect) {
        cells[row * WORDS + RING_EFFECT] = effect;
    }

    /// The place of its queue in the present plan.
    int queue(int row) {
        return (int) (cells[row * WORDS + STATE] >>> 32);
    }

    void setQueue(int row, int queue) {
        int at = row * WORDS + STATE;
        cells[at] = (cells[at] & 0xFFFF_FFFFL) | ((long) queue << 32);
    }

    /// The applied ring: up to which rings it stands among the waiting; 0: for the wish.
    int ring(int row) {
        return bits(row, APPLIED_SHIFT, THREE_BITS);
    }

    void setRing(int row, int ring) {
        setBits(row, APPLIED_SHIFT, THREE_BITS, ring);
    }

    int toldRing(int row) {
        return bits(row, TOLD_SHIFT, THREE_BITS);
    }

    void setToldRing(int row, int ring) {
        setBits(row, TOLD_SHIFT, THREE_BITS, ring);
    }

    boolean hasRung(int row) {
        return (cells[row * WORDS + STATE] & HAS_RUNG) != 0;
    }

    void setRung(int row) {
        setFlag(row, HAS_RUNG, true);
    }

    boolean isHeld(int row) {
        return (cells[row * WORDS + STATE] & IS_HELD) != 0;
    }

    void setHeld(int row, boolean isHeld) {
        setFlag(row, IS_HELD, isHeld);
    }

    boolean wasAnswered(int row) {
        return (cells[row * WORDS + STATE] & WAS_ANSWERED) != 0;
    }

    void setAnswered(int row) {
        setFlag(row, WAS_ANSWERED, true);
    }

    boolean isVip(int row) {
        return (cells[row * WORDS + STATE] & IS_VIP) != 0;
    }

    ContactKind kind(int row) {
        return KINDS[bits(row, KIND_SHIFT, THREE_BITS)];
    }

    int priority(int row) {
        return bits(row, PRIORITY_SHIFT, PRIORITY_BITS);
    }

    Wish wish(int row) {
        return WISHES[bits(row, WISH_SHIFT, WISH_BITS)];
    }

    int wishAgent(int row) {
        return (int) cells[row * WORDS + WISH_AGENT];
    }

    long wishUntil(int row) {
        return cells[row * WORDS + WISH_UNTIL];
    }

    void setWish(int row, Wish wish, int agent, long until) {
        setBits(row, WISH_SHIFT, WISH_BITS, wish.ordinal());
        cells[row * WORDS + WISH_AGENT] = agent;
        cells[row * WORDS + WISH_UNTIL] = until;
    }

    void endWish(int row) {
        setBits(row, WISH_SHIFT, WISH_BITS, Wish.NONE.ordinal());
    }

    /// Row of the agent it rings at or talks with.
    int agent(int row) {
        return (int) (cells[row * WORDS + AGENT_AND_PASS_OVER] >>> 32);
    }

    /// First of the pass-overs of this contact.
    int passOver(int row) {
        return (int) cells[row * WORDS + AGENT_AND_PASS_OVER];
    }

    int passOverCount(int row) {
        return (int) cells[row * WORDS + PASS_OVER_COUNT];
    }

    void setPassOver(int row, int first, int count) {
        cells[row * WORDS + AGENT_AND_PASS_OVER] = pair(agent(row), first);
        cells[row * WORDS + PASS_OVER_COUNT] = count;
    }

    long token(int row) {
        return cells[row * WORDS + TOKEN];
    }

    /// How long it was thought to wait when it entered its first queue.
    long predicted(int row) {
        return cells[row * WORDS + PREDICTED];
    }

    void setPredicted(int row, long micros) {
        cells[row * WORDS + PREDICTED] = micros;
    }

    /// Neighbours among the contacts that talk with the same agent.
    int talkBefore(int row) {
        return (int) (cells[row * WORDS + TALK_LINKS] >>> 32);
    }

    int talkAfter(int row) {
        return (int) cells[row * WORDS + TALK_LINKS];
    }

    void setTalkLinks(int row, int before, int after) {
        cells[row * WORDS + TALK_LINKS] = pair(before, after);
    }

    static long pair(int high, int low) {
        return ((long) high << 32) | (low & 0xFFFF_FFFFL);
    }

    private int bits(int row, int shift, int mask) {
        return (int) cells[row * WORDS + STATE] >>> shift & mask;
    }

    private void setBits(int row, int shift, int mask, int value) {
        int at = row * WORDS + STATE;
        cells[at] = (cells[at] & ~((long) mask << shift)) | (long) value << shift;
    }

    private void setFlag(int row, int flag, boolean isSet) {
        int at = row * WORDS + STATE;
        cells[at] = isSet ? (cells[at] | flag) : (cells[at] & ~flag);
    }

    void digest(Digest digest) {
        digest.add(arrivals);
        digest.add(lastOffer);
        free.digest(digest);
        for (int row = 0; row < rows(); row++) {
            if (stage(row) != Stage.ABSENT) {
                digest.add(row);
                for (int word = 0; word < TALK_LINKS; word++) {
                    digest.add(cells[row * WORDS + word]);
                }
            }
        }
    }

    void save(StateSink sink) {
        sink.number(arrivals);
        sink.number(lastOffer);
        free.save(sink);
        for (int row = 0; row < rows(); row++) {
            if (stage(row) != Stage.ABSENT) {
                sink.number(row + 1);
                for (int word = 0; word < WORDS; word++) {
                    sink.number(cells[row * WORDS + word]);
                }
            }
        }
        sink.number(0);
    }

    void restore(StateSource source) {
        arrivals = source.number();
        lastOffer = source.number();
        free.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int row = Checks.index(next - 1, rows());
            for (int word = 0; word < WORDS; word++) {
                cells[row * WORDS + word] = source.number();
            }
            byId.put(id(row), row);
            if (offer(row) != 0) {
                byOffer.put(offer(row), row);
                legs++;
            }
        }
    }
}
