package org.kezheng.acd.engine;

/// Where the contacts of a queue go that the configuration leaves out: a queue of the same client and channel.
public record QueueRetirement(QueueId retired, QueueId successor) {}
