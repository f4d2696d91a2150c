/// Calls over HTTP: what their records say, and why each went to whom.
@NullMarked
package org.kezheng.platform.calls;

import org.jspecify.annotations.NullMarked;
