/// What the queue's choice of agent does to callers and agents, on the same days of a call centre: reports to compare
/// strategies by, and to see at once when a change of the engine changes what it decides.
@NullMarked
package org.kezheng.simulation.strategies;

import org.jspecify.annotations.NullMarked;
