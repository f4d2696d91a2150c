/// Signing in and out, the first administrator, and the words that the console needs.
@NullMarked
package org.kezheng.platform.session;

import org.jspecify.annotations.NullMarked;
