package org.kezheng.platform.lobby;

import org.kezheng.telephony.examples.Leg;

public record SpeaksToTelephone(Leg leg) {}
