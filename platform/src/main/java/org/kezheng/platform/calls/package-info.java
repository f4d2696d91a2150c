/// Calls, the grounds of their routing, and agents' time over HTTP, for those who look back at what happened.
@NullMarked
package org.kezheng.platform.calls;

import org.jspecify.annotations.NullMarked;
