/// Appointments to call somebody back: owned by an agent, offered to that agent when it is time, and to a queue
/// when the agent is not there. The call itself goes the way of all calls to the outside: engine, agent first,
/// gate.
@NullMarked
package org.kezheng.platform.appointments;

import org.jspecify.annotations.NullMarked;
