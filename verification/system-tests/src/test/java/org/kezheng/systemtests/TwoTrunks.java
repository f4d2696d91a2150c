package org.kezheng.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kezheng.testkit.installation.Installation;

/// Lays two trunks of the same bounds down in the place of all others, and lets calls out.
final class TwoTrunks {
    private TwoTrunks() {}

    static void lay(CallCentre centre, String first, String second, int capacity, int callsPerMinute)
            throws IOException {
        String bounds = "\"capacity\": " + capacity + ", \"callsPerMinute\": " + callsPerMinute + "}";
        String trunks =
                "\"trunks\": [" + trunk("first", first) + bounds + ", " + trunk("second", second) + bounds + "]";
        Path site = centre.installation().dataDir().resolve("site.json");
        Files.writeString(site, Files.readString(site).replaceFirst("\"trunks\"\\s*:\\s*\\[[^]]*]", trunks));
        Installation.kill(centre.status().platformPid());
        centre.up();
        OpenedGate.open(centre);
    }

    private static String trunk(String code, String address) {
        return "{\"code\": \"" + code + "\", \"address\": \"" + address + "\", ";
    }
}
