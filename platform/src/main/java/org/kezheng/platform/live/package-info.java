/// What is going on now: a read model of the journal in memory, and the WebSocket that shows it to the desks.
@NullMarked
package org.kezheng.platform.live;

import org.jspecify.annotations.NullMarked;
