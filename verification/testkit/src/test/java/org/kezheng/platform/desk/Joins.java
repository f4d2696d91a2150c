package org.kezheng.platform.desk;

import org.kezheng.acd.engine.examples.EngineExamples;
import org.kezheng.telephony.examples.Leg;

public record Joins(Leg leg, EngineExamples.Outcome outcome) {}
