package org.kezheng.acd.engine;

/// While an agent handles a contact on one channel, none of another is offered.
public record Blocking(Channel busy, Channel blocked) {}
