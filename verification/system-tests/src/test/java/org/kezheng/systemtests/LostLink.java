package org.kezheng.systemtests;

import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;

/// The platform's link to the PBX, which the PBX ends and does not let be made again until [#restore].
final class LostLink implements AutoCloseable {
    private static final String SECRET = "secret = ";

    private final CallCentre centre;
    private final Path file;
    private final String settings;
    private boolean isRestored;

    private LostLink(CallCentre centre) throws IOException {
        this.centre = centre;
        this.file = centre.status().dataDir().resolve("pbx").resolve("etc").resolve("manager.conf");
        this.settings = Files.readString(file);
    }

    /// Comes back when the platform knows that the link is lost.
    static LostLink cut(CallCentre centre) {
        try {
            LostLink link = new LostLink(centre);
            link.shut();
            return link;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void shut() throws IOException {
        Files.writeString(file, settings.replace(SECRET, SECRET + "another-"));
        centre.pbxSays("manager reload");
        for (String session : centre.pbxSays("manager show connected")) {
            String[] columns = session.strip().split(" +", -1);
            if (columns[0].startsWith("kezheng") && columns.length > 4) {
                centre.pbxSays("manager kick session " + columns[4]);
            }
        }
        awaitAway(centre);
    }

    /// Comes back when the platform has made the link again.
    void restore() {
        if (isRestored) {
            return;
        }
        isRestored = true;
        try {
            Files.writeString(file, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        centre.pbxSays("manager reload");
        awaitBack(centre);
    }

    /// Waits until the platform knows that the PBX is away.
    static void awaitAway(CallCentre centre) {
        await(centre, false);
    }

    /// Waits until the platform has the PBX again.
    static void awaitBack(CallCentre centre) {
        await(centre, true);
    }

    private static void await(CallCentre centre, boolean isThere) {
        ApiClient auditor = centre.auditor();
        Await.until(
                "the PBX is " + (isThere ? "there" : "away"),
                SOON,
                () -> CallCentre.stream(auditor.read("/api/equipment").path("running"))
                        .filter(item -> item.path("code").asString().equals("pbx"))
                        .map(item -> item.path("version").asString())
                        .findFirst()
                        .orElseThrow(),
                version -> version.equals("not connected") != isThere);
    }

    @Override
    public void close() {
        restore();
    }
}
