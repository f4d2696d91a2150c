package org.kezheng.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kezheng.testkit.installation.Installation;

/// Access numbers with flows of a test's own.
final class FlowNumbers {
    private FlowNumbers() {}

    /// Gives a new access number of client 1 a flow, and starts the platform again, which reads them at its
    /// start.
    static void add(CallCentre centre, String number, String code, String flow) throws IOException {
        lay(centre, number, code, flow);
        Installation.kill(centre.status().platformPid());
        centre.up();
    }

    /// Gives a new access number of client 1 a flow, which holds from the platform's next start on.
    static void lay(CallCentre centre, String number, String code, String flow) throws IOException {
        Path data = centre.installation().dataDir();
        Files.writeString(data.resolve("flows").resolve(code + ".json"), flow);
        Path site = data.resolve("site.json");
        Files.writeString(
                site,
                Files.readString(site)
                        .replaceFirst(
                                "\"accessNumbers\"\\s*:\\s*\\[",
                                "\"accessNumbers\" : [{\"number\": \"" + number + "\", \"client\": 1, \"flow\": \""
                                        + code + "\", \"queue\": \"support\"},"));
    }
}
