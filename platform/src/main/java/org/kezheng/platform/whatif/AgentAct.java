package org.kezheng.platform.whatif;

import org.kezheng.acd.engine.Command;

/// What an agent did of its own will: signed in or out, made ready or not ready.
record AgentAct(long atMicros, Command command) {}
