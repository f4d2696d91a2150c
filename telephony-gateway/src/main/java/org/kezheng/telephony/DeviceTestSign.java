package org.kezheng.telephony;

/// What is seen of a call by which a device is tried.
public sealed interface DeviceTestSign {

    /// The test's id, as in [PbxRequest.TestDevice].
    String testId();

    /// The device rings.
    record Rings(String testId) implements DeviceTestSign {}

    /// The device has answered.
    record Answered(String testId) implements DeviceTestSign {}

    /// The PBX has listened.
    ///
    /// @param isNoise whether there was any sound
    /// @param received how many packets came from the device
    record Listened(String testId, boolean isNoise, long received) implements DeviceTestSign {}

    /// The PBX says that the call did not come about. Why comes with [Ended], before or a moment after it, or not at
    /// all when there was nothing to call.
    record Failed(String testId) implements DeviceTestSign {}

    /// The call is over.
    ///
    /// @param cause by Q.850; 0: not known
    record Ended(String testId, int cause) implements DeviceTestSign {}
}
