package org.kezheng.platform.callflow;

import org.kezheng.telephony.PhoneNumber;

/// What the gate lets out, at the moment of dialling: this number, with this own number. By which trunk it goes is
/// no matter of the gate.
///
/// @param decision the id of the gate's record
public record GatePass(long decision, PhoneNumber number, PhoneNumber ownNumber) {}
