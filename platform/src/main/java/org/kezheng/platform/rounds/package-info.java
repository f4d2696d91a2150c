/// Work that the platform does again and again beside the calls.
@NullMarked
package org.kezheng.platform.rounds;

import org.jspecify.annotations.NullMarked;
