/// Values that must never be seen: they print as `[REDACTED]`, wherever they end up.
@NullMarked
package org.kezheng.security.secret;

import org.jspecify.annotations.NullMarked;
