package org.kezheng.platform.gate;

/// A rule that refused, and what about it.
///
/// @param why a code, such as `expired`
public record GateFailure(GateRule rule, String why) {}
