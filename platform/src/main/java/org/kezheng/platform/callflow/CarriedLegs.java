package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.OfferId;

/// Legs that were made for one offer and serve another: whoever takes a talk over has a new offer and keeps the leg.
/// Folded from the engine's events, so that a platform that begins anew knows them. Any thread may ask.
final class CarriedLegs {
    private final Map<OfferId, OfferId> madeFor = new ConcurrentHashMap<>();
    private final Map<OfferId, OfferId> servedBy = new ConcurrentHashMap<>();

    /// The offer whose leg waits for the offer that is made next.
    private @Nullable OfferId former;

    /// A talk goes over to whoever has the leg of that offer; `null`: nobody knows of one.
    void begin(@Nullable OfferId offer) {
        former = offer;
    }

    /// An offer was made: the leg is its from now on, if one was being carried over.
    ///
    /// @return the offer whose leg it was
    @Nullable
    OfferId end(OfferId offer) {
        OfferId from = former;
        former = null;
        if (from != null) {
            OfferId first = madeFor(from);
            madeFor.remove(from);
            madeFor.put(offer, first);
            servedBy.put(first, offer);
        }
        return from;
    }

    OfferId madeFor(OfferId offer) {
        return madeFor.getOrDefault(offer, offer);
    }

    OfferId servedBy(OfferId made) {
        return servedBy.getOrDefault(made, made);
    }

    /// Only the legs of these offers stand.
    void retain(Set<OfferId> standing) {
        List.copyOf(madeFor.keySet()).stream()
                .filter(offer -> !standing.contains(offer))
                .forEach(this::forget);
    }

    /// The leg is gone, or the PBX does not have it.
    void forget(OfferId offer) {
        OfferId first = madeFor.remove(offer);
        if (first != null) {
            servedBy.remove(first);
        }
    }
}
