/// Messages that callers have left: who has to hear them, what was said, and calling back.
@NullMarked
package org.kezheng.platform.messages;

import org.jspecify.annotations.NullMarked;
