package org.kezheng.telephony;

import java.util.Objects;
import java.util.Optional;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.jspecify.annotations.Nullable;

/// Reads the library's events about calls by which devices are tried.
final class DeviceTestReading {

    private static final int RINGING = 5;
    private static final int UP = 6;
    private static final String NOISE = "NOISE";

    private DeviceTestReading() {}

    static Optional<DeviceTestSign> of(ManagerEvent event) {
        return switch (event) {
            case NewStateEvent state -> id(state.getUniqueId()).flatMap(id -> stateOf(id, state.getChannelState()));
            case KezhengDeviceTestEvent test ->
                id(test.getUniqueId())
                        .map(id -> new DeviceTestSign.Listened(
                                id, NOISE.equals(test.getNoise()), number(test.getReceived())));
            case HangupEvent hangup ->
                id(hangup.getUniqueId())
                        .map(id -> new DeviceTestSign.Ended(id, Objects.requireNonNullElse(hangup.getCause(), 0)));
            case OriginateResponseEvent originate
            when !originate.isSuccess() ->
                id(originate.getUniqueId())
                        .or(() -> id(originate.getActionId()))
                        .map(DeviceTestSign.Failed::new);
            default -> Optional.empty();
        };
    }

    private static Optional<DeviceTestSign> stateOf(String id, @Nullable Integer state) {
        return switch (Objects.requireNonNullElse(state, 0)) {
            case RINGING -> Optional.of(new DeviceTestSign.Rings(id));
            case UP -> Optional.of(new DeviceTestSign.Answered(id));
            default -> Optional.empty();
        };
    }

    private static Optional<String> id(@Nullable String uniqueId) {
        return Optional.ofNullable(uniqueId).filter(Legs::isTestId);
    }

    private static long number(@Nullable String digits) {
        return digits == null || !digits.matches("[0-9]{1,15}") ? 0 : Long.parseLong(digits);
    }
}
