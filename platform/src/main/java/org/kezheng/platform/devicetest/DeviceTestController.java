package org.kezheng.platform.devicetest;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.phones.DeviceFinding;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agent/device/test`: the signed-in agent's device is tried by a call.
@RestController
class DeviceTestController {
    private final DeviceTests tests;

    DeviceTestController(DeviceTests tests) {
        this.tests = tests;
    }

    /// @param microphone what keeps the browser's microphone from working, so that there is nothing to call for:
    ///     `denied` or `missing`
    record WantedTest(@Nullable String microphone) {}

    @PostMapping("/api/agent/device/test")
    AgentView begin(@AuthenticationPrincipal SignedIn who, @RequestBody WantedTest wanted) {
        String microphone = wanted.microphone();
        if (microphone == null) {
            return tests.begin(who);
        }
        return tests.failed(
                who,
                switch (microphone) {
                    case "denied" -> DeviceFinding.MICROPHONE_DENIED;
                    case "missing" -> DeviceFinding.MICROPHONE_MISSING;
                    default ->
                        throw Problem.invalid("microphone", "device-test.microphone", "denied or missing, or nothing");
                });
    }
}
