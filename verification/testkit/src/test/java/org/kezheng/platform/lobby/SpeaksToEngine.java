package org.kezheng.platform.lobby;

import org.kezheng.acd.engine.examples.EngineExamples;

public record SpeaksToEngine(EngineExamples.Outcome outcome) {}
