package org.kezheng.platform.devicetest;

import org.kezheng.platform.live.AgentView;

/// How agents stand.
@FunctionalInterface
public interface Standings {
    /// How this agent stands now.
    AgentView of(int agent);
}
