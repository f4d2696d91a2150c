package org.kezheng.platform.packs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pack as the interface shows it.
record PackView(
        String id,
        String kind,
        String call,
        String state,
        Instant madeAt,
        String madeBy,
        @Nullable Long bytes,
        @Nullable String sha256) {
    static PackView of(StoredPack pack) {
        return new PackView(
                Long.toString(pack.id()),
                "case",
                Long.toString(pack.contact()),
                pack.state(),
                pack.madeAt(),
                pack.madeBy(),
                pack.bytes(),
                pack.sha256());
    }
}
