package org.kezheng.platform.claims;

import java.time.Instant;
import java.util.List;

/// The list as it was filed.
///
/// @param filedBy the user who filed it, or `platform` for a demonstration's
/// @param isAsFiled whether its content still has the hash that it was filed with
record FiledEquipment(Instant filedAt, String filedBy, List<EquipmentItem> items, boolean isAsFiled) {
    public FiledEquipment {
        items = List.copyOf(items);
    }
}
