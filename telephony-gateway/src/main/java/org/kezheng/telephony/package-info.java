/// Calls on Asterisk: what happens there as events, what shall happen there as orders. It knows channels and legs, and
/// nothing of agents, queues or customers.
@NullMarked
package org.kezheng.telephony;

import org.jspecify.annotations.NullMarked;
