package org.kezheng.platform.app;

import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.phones.Phones;

/// An agent's device as the desks show it.
final class DeviceViews {
    private DeviceViews() {}

    static AgentView.Device of(Phones phones, int agent) {
        return new AgentView.Device(
                phones.kindOf(agent),
                phones.testOf(agent)
                        .map(test -> new AgentView.Test(test.finding().code(), test.at()))
                        .orElse(null));
    }
}
