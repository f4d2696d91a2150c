package org.kezheng.platform.measures;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;

/// What never counts: the site's test queues and its test agent.
public final class TestTraffic {
    private TestTraffic() {}

    /// Measures of the site without its test traffic.
    ///
    /// @param zone in which a day begins
    public static MeasureScope excludedFrom(Directory directory, ZoneId zone) {
        return new MeasureScope(
                zone,
                directory.testQueues(),
                directory.definition().agents().stream()
                        .map(Definition.AgentEntry::id)
                        .filter(directory::isTestAgent)
                        .map(AgentId::new)
                        .collect(Collectors.toSet()));
    }
}
