package org.kezheng.platform.packs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pack as its row has it.
///
/// @param state `making`, `ready` or `failed`
/// @param bytes absent unless it is ready, as the hash
record StoredPack(
        long id,
        long contact,
        String state,
        Instant madeAt,
        String madeBy,
        @Nullable Long bytes,
        @Nullable String sha256) {
    boolean isReady() {
        return state.equals("ready");
    }

    StoredPack failed() {
        return new StoredPack(id, contact, "failed", madeAt, madeBy, null, null);
    }
}
