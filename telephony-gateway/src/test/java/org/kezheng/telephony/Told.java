package org.kezheng.telephony;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What a gateway has told, in order.
final class Told implements Consumer<PbxEvent> {

    private final BlockingQueue<PbxEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void accept(PbxEvent event) {
        events.add(event);
    }

    /// The next event but for the periodic ones.
    PbxEvent next() throws InterruptedException {
        while (true) {
            PbxEvent event = events.poll(15, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing was told");
            }
            if (!(event instanceof PbxEvent.Reconciled)) {
                return event;
            }
        }
    }

    /// The next event, which is of that kind.
    <T extends PbxEvent> T next(Class<T> kind) throws InterruptedException {
        PbxEvent event = next();
        if (!kind.isInstance(event)) {
            throw new AssertionError("expected " + kind.getSimpleName() + " but was told " + event);
        }
        return kind.cast(event);
    }

    /// The first event of that kind; what comes before it is passed over.
    <T extends PbxEvent> T first(Class<T> kind) throws InterruptedException {
        while (true) {
            PbxEvent event = events.poll(15, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("never told: " + kind.getSimpleName());
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }
}
