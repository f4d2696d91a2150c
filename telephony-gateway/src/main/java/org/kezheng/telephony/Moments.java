package org.kezheng.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the moments of channels to whoever measures them. Measuring never disturbs a call.
final class Moments {

    private static final Logger log = LoggerFactory.getLogger(Moments.class);
    private static final String TRUNK_CONTEXT = "from-trunk";

    private volatile Consumer<ChannelMoment> observer = moment -> {};
    private volatile Consumer<DeviceTestSign> testObserver = sign -> {};

    void observe(Consumer<ChannelMoment> next) {
        observer = next;
    }

    /// Tells the signs of device tests from now on.
    void observeTests(Consumer<DeviceTestSign> next) {
        testObserver = next;
    }

    private void testSeen(DeviceTestSign sign) {
        try {
            testObserver.accept(sign);
        } catch (RuntimeException e) {
            log.error("A sign of a device test was not taken: {}", e.getClass().getName());
        }
    }

    void seen(ManagerEvent event, Optional<Signal> signal, Instant receivedAt) {
        if (event instanceof NewChannelEvent begun && TRUNK_CONTEXT.equals(begun.getContext())) {
            String id = begun.getUniqueId();
            if (id != null && !id.isEmpty() && !Legs.isLegId(id)) {
                tell(ChannelMoment.Kind.CALLER_BEGAN, id, Signals.instantOf(event, receivedAt));
            }
        }
        signal.ifPresent(told -> seen(told, receivedAt));
        DeviceTestReading.of(event).ifPresent(this::testSeen);
    }

    void ordered(String legId, Instant at) {
        tell(ChannelMoment.Kind.LEG_ORDERED, legId, at);
    }

    private void seen(Signal signal, Instant receivedAt) {
        switch (signal) {
            case Signal.CallerWaiting waiting ->
                tell(ChannelMoment.Kind.CALLER_ANNOUNCED, waiting.uniqueId(), receivedAt);
            case Signal.LegBegun(var legId, var channel, var at) -> tell(ChannelMoment.Kind.LEG_BEGAN, legId, at);
            case Signal.LegRings(var legId, var at) -> tell(ChannelMoment.Kind.LEG_RANG, legId, at);
            case Signal.LegUp(var legId, var at) -> tell(ChannelMoment.Kind.LEG_ANSWERED, legId, at);
            case Signal.StepDone _, Signal.KeyPressed _, Signal.TalkLeft _ -> {}
            case Signal.ChannelGone _ -> {}
            case Signal.LegOnHold _ -> {}
            case Signal.LegOffHold _ -> {}
            case Signal.ListenerUp _, Signal.ListenerKey _ -> {}
            case Signal.OriginateFailed _ -> {}
        }
    }

    private void tell(ChannelMoment.Kind kind, String channelId, Instant at) {
        try {
            observer.accept(new ChannelMoment(kind, channelId, at));
        } catch (RuntimeException e) {
            log.error("A moment of a channel was not taken: {}", e.getClass().getName());
        }
    }
}
