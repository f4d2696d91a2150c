/// Figures of the host: how long a command takes to be durable, what it costs on the disk, what idling costs, and how
/// long a start takes.
@NullMarked
package org.kezheng.benchmarks.host;

import org.jspecify.annotations.NullMarked;
