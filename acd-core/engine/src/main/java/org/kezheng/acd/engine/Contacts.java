package org.kezheng.acd.engine;

import java.util.Arrays;

/// The contacts that are here: one row each, in arrays.
final class Contacts {
    static final int NONE = -1;

    final long[] id;
    /// The queue's number in the configuration, which survives a new version, and its place in the present one.
    final int[] queueId;

    final int[] queue;
    final Stage[] stage;
    final long[] arrivalNumber;
    final long[] waitsUntil;
    /// Row of the agent it rings at or talks with.
    final int[] agent;
    /// The offer that rings or was answered, and the effect that asks to ring for it (0: settled).
    final long[] offer;

    final long[] ringEffect;
    final boolean[] hasRung;
    final boolean[] isHeld;
    /// First of the pass-overs of this contact.
    final int[] passOver;

    private final FreeSlots free;
    private final LongIndex byId;
    private final LongIndex byOffer;
    private long arrivals;
    private long lastOffer;
    private int legs;

    Contacts(int capacity) {
        id = new long[capacity];
        queueId = new int[capacity];
        queue = new int[capacity];
        stage = new Stage[capacity];
        arrivalNumber = new long[capacity];
        waitsUntil = new long[capacity];
        agent = new int[capacity];
        offer = new long[capacity];
        ringEffect = new long[capacity];
        hasRung = new boolean[capacity];
        isHeld = new boolean[capacity];
        passOver = new int[capacity];
        free = new FreeSlots(capacity);
        byId = new LongIndex(capacity);
        byOffer = new LongIndex(capacity);
        Arrays.fill(stage, Stage.ABSENT);
    }

    enum Stage {
        ABSENT,
        WAITING,
        RINGING,
        TALKING
    }

    int rows() {
        return id.length;
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

    long arrivals() {
        return arrivals;
    }

    int find(long contact) {
        return byId.get(contact);
    }

    int findByOffer(long ofOffer) {
        return byOffer.get(ofOffer);
    }

    int add(long contact) {
        int row = free.take();
        id[row] = contact;
        byId.put(contact, row);
        arrivalNumber[row] = ++arrivals;
        stage[row] = Stage.WAITING;
        agent[row] = NONE;
        passOver[row] = PassOvers.NONE;
        return row;
    }

    long openOffer(int row, int toAgent) {
        offer[row] = ++lastOffer;
        byOffer.put(lastOffer, row);
        agent[row] = toAgent;
        stage[row] = Stage.RINGING;
        hasRung[row] = false;
        legs++;
        return lastOffer;
    }

    /// The leg is gone, or is nobody's any more.
    void closeOffer(int row) {
        byOffer.remove(offer[row]);
        offer[row] = 0;
        agent[row] = NONE;
        isHeld[row] = false;
        stage[row] = Stage.WAITING;
        legs--;
    }

    void remove(int row) {
        byId.remove(id[row]);
        id[row] = 0;
        stage[row] = Stage.ABSENT;
        free.give(row);
    }

    void digest(Digest digest) {
        digest.add(arrivals);
        digest.add(lastOffer);
        free.digest(digest);
        for (int row = 0; row < id.length; row++) {
            if (stage[row] != Stage.ABSENT) {
                digest.add(row);
                digest.add(id[row]);
                digest.add(queueId[row]);
                digest.add(stage[row].name());
                digest.add(arrivalNumber[row]);
                digest.add(waitsUntil[row]);
                digest.add(agent[row]);
                digest.add(offer[row]);
                digest.add(ringEffect[row]);
                digest.add((hasRung[row] ? 1 : 0) + (isHeld[row] ? 2 : 0));
            }
        }
    }
}
