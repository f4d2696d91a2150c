package org.kezheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls on one Asterisk, over its manager interface (AMI). It connects by itself, now and after each loss.
///
/// Three threads: the link keeps the connection, the orders write to it, and the events thread alone changes what is
/// known and calls the sink. The library's own thread only copies.
public final class AsteriskGateway implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AsteriskGateway.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration IDLE_TICK = Duration.ofSeconds(1);

    private final Moments moments = new Moments();
    private final Listeners listeners = new Listeners();
    private final Inbox inbox;
    private final LiveCalls calls;
    private final Orders orders;
    private final Link link;
    private final Thread linkThread;
    private final Thread ordersThread;
    private final Thread eventsThread;
    private @Nullable Consumer<PbxEvent> sink;
    private volatile boolean isClosed;

    /// A gateway that is not yet connected.
    public AsteriskGateway(GatewaySettings settings) {
        this.inbox = new Inbox(settings.maxQueuedEvents(), this::onOverflow);
        this.calls = new LiveCalls(settings.ringWithin(), new EventOutlet());
        this.orders = new Orders(settings, calls, inbox, moments);
        this.link = new Link(settings, inbox, orders, moments);
        this.linkThread = Thread.ofPlatform().daemon().name("pbx-link").unstarted(link::run);
        this.ordersThread = Thread.ofPlatform().daemon().name("pbx-orders").unstarted(orders::run);
        this.eventsThread = Thread.ofPlatform().daemon().name("pbx-events").unstarted(this::run);
    }

    /// Tells moments of channels from now on, besides the events and in no order with them. The observer is called on
    /// threads that calls depend on, and must not block.
    public void observe(Consumer<ChannelMoment> observer) {
        moments.observe(observer);
    }

    /// Tells of legs that listen in from now on, besides the events of calls and in no order with them. The observer
    /// is called on a thread that calls depend on, and must not block.
    public void observeListeners(Consumer<ListenerSign> observer) {
        listeners.observe(observer);
    }

    /// Tells what is seen of [PbxRequest.TestDevice] from now on, on a thread that calls depend on: the observer must
    /// not block.
    public void observeTests(Consumer<DeviceTestSign> observer) {
        moments.observeTests(observer);
    }

    /// The calling numbers that legs to the outside may send, asked anew for each leg. Until this is called none may be
    /// sent, so nothing goes out.
    public void sendOnly(Predicate<String> ownNumbers) {
        orders.sendOnly(ownNumbers);
    }

    /// Which talks of callers are recorded, asked anew for each leg on a thread that calls depend on: it must not
    /// block. Until this is called all are. What an agent begins to the outside is always recorded.
    public void recordOnly(Predicate<ContactTag> talks) {
        orders.recordOnly(talks);
    }

    /// The numbers for which the PBX takes calls, in digits; calls to others it refuses as not found. Called before
    /// [#start]; without it calls to all numbers are taken.
    ///
    /// @throws IllegalArgumentException when one is no number
    public void takeCallsFor(Set<String> numbers) {
        if (!numbers.stream().allMatch(number -> number.matches("[0-9]{1,20}"))) {
            throw new IllegalArgumentException("a number that is dialled holds digits");
        }
        link.takeCallsFor(numbers);
    }

    /// Begins to connect and to tell events to the sink, in order, on one thread of the gateway's own. The sink may
    /// block for a moment; if it blocks until the bound of the queue is passed, a new [PbxEvent.Connected] follows.
    /// Called once.
    public void start(Consumer<PbxEvent> sink) {
        this.sink = sink;
        eventsThread.start();
        ordersThread.start();
        linkThread.start();
    }

    /// Sends an order, without waiting. The stage never fails: what went wrong is in the answer. It completes on the
    /// thread that tells events and in order with them, or at once when nothing was sent.
    public CompletionStage<PbxAnswer> execute(PbxRequest request) {
        return orders.place(request);
    }

    /// Ends the connection; calls on the PBX go on. Nothing is told to the sink after this returns, unless it was
    /// called from the sink itself.
    @Override
    public void close() {
        isClosed = true;
        link.close();
        ordersThread.interrupt();
        eventsThread.interrupt();
        join(linkThread);
        join(eventsThread);
    }

    /// Whether what is told now lacks nothing.
    boolean isSequenceWhole() {
        return inbox.isWhole();
    }

    private void onOverflow() {
        log.warn("More events of the PBX than can be kept: everything is read anew");
        link.wantPicture();
    }

    private void run() {
        long nextExpiry = System.nanoTime();
        try {
            while (!isClosed) {
                Input input = inbox.take(calls.hasLegs() ? TICK : IDLE_TICK);
                if (input != null) {
                    work(input);
                }
                if (System.nanoTime() - nextExpiry >= 0) {
                    calls.expire(System.nanoTime(), Instant.now());
                    nextExpiry = System.nanoTime() + TICK.toNanos();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Input input) {
        switch (input) {
            case Input.Signalled(var signal) -> {
                calls.apply(signal);
                listeners.apply(signal);
            }
            case Input.Replaced(var picture) -> {
                calls.replaceWith(picture);
                listeners.seen(picture);
            }
            case Input.Compared(var picture) -> {
                listeners.seen(picture);
                switch (calls.compareWith(picture)) {
                    case NONE -> {}
                    case SEEN_ONCE -> link.wantRecheck();
                    case SEEN_TWICE -> {
                        log.warn("The PBX's channels differ from what its events told: everything is read anew");
                        link.wantPicture();
                    }
                }
            }
            case Input.Lost(var at) -> tell(new PbxEvent.Disconnected(at));
            case Input.Late(var delay, var at) -> tell(new PbxEvent.LinkLate(delay, at));
            case Input.Answered(var answer, var future) -> future.complete(answer);
        }
    }

    private void tell(PbxEvent event) {
        Consumer<PbxEvent> receiver = sink;
        if (receiver == null) {
            return;
        }
        try {
            receiver.accept(event);
        } catch (RuntimeException e) {
            // The text of a stranger's exception may hold anything; its kind does not.
            log.error("An event of the PBX was not taken: {}", e.getClass().getName());
        }
    }

    private static void join(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class EventOutlet implements LiveCalls.Outlet {

        @Override
        public void tell(PbxEvent event) {
            AsteriskGateway.this.tell(event);
        }

        @Override
        public void hangUp(String legId) {
            orders.hangUp(legId);
        }
    }
}
