package org.kezheng.telephony;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells of the legs that listen in, apart from the calls: whatever becomes of one, no call hears of it.
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private volatile Consumer<ListenerSign> observer = sign -> {};

    void observe(Consumer<ListenerSign> next) {
        observer = next;
    }

    void apply(Signal signal) {
        switch (signal) {
            case Signal.ListenerUp(var id, var at) -> tell(new ListenerSign.Answered(id, at));
            case Signal.ListenerKey(var id, var key, var at) -> tell(new ListenerSign.Key(id, key, at));
            case Signal.ChannelGone(var id, var cause, var at)
            when Legs.isListener(id) -> tell(new ListenerSign.Ended(id, at));
            case Signal.OriginateFailed(var id, var at)
            when Legs.isListener(id) -> tell(new ListenerSign.Ended(id, at));
            case Signal.ChannelGone _,
                    Signal.OriginateFailed _,
                    Signal.CallerWaiting _,
                    Signal.StepDone _,
                    Signal.KeyPressed _,
                    Signal.TalkLeft _,
                    Signal.LegBegun _,
                    Signal.LegRings _,
                    Signal.LegUp _,
                    Signal.LegOnHold _,
                    Signal.LegOffHold _ -> {}
        }
    }

    void seen(Picture picture) {
        tell(new ListenerSign.Present(picture.listeners(), picture.at()));
    }

    private void tell(ListenerSign sign) {
        try {
            observer.accept(sign);
        } catch (RuntimeException e) {
            log.error("A sign of a listener was not taken: {}", e.getClass().getName());
        }
    }
}
