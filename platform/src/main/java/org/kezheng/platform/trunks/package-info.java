/// The lines to the carriers: how they are used, how long all of them were taken, what Erlang B makes of it, and
/// what the carriers say themselves. Which trunk a call takes is decided in the call flow.
@NullMarked
package org.kezheng.platform.trunks;

import org.jspecify.annotations.NullMarked;
