package org.kezheng.platform.callflow;

import java.util.List;

/// What the call flow does, apart from what it keeps of lines to the outside, which changes nothing.
final class Acts {
    private Acts() {}

    static List<FlowAction> of(CallFlow flow, FlowInput input) {
        return flow.handle(input).stream()
                .filter(action -> !(action instanceof FlowAction.KeepOutside))
                .toList();
    }

    static List<OutsideMoment> kept(CallFlow flow, FlowInput input) {
        return flow.handle(input).stream()
                .filter(FlowAction.KeepOutside.class::isInstance)
                .map(action -> ((FlowAction.KeepOutside) action).moment())
                .toList();
    }
}
