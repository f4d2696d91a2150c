package org.kezheng.platform.recordings;

import java.time.Instant;
import org.kezheng.platform.directory.Directory;

/// What the site and its clients lay down about the recording of talks.
record TalkRules(Directory directory, Unrecorded unrecorded) {

    /// Whether a talk of the client in scope may lack a recording.
    boolean mayBeUnrecorded(long contact, int queue, Instant answeredAt) {
        return unrecorded.mayBe(contact, directory.queueCode(queue), answeredAt);
    }
}
