package org.kezheng.platform.devicetest;

import java.util.function.Consumer;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.DeviceTestSign;

/// What a device test asks of the PBX.
public interface DeviceTestLine {
    /// Who is told what the PBX sees of the calls, from now on. Must not block.
    void onSign(Consumer<DeviceTestSign> listener);

    /// Calls the device.
    ///
    /// @return false when the PBX could not be asked
    boolean call(String testId, AgentDevice device) throws InterruptedException;

    /// Ends the call, if it still is.
    void end(String testId);
}
