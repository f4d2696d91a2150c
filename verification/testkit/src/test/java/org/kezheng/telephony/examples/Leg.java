package org.kezheng.telephony.examples;

public record Leg(String channel) {}
