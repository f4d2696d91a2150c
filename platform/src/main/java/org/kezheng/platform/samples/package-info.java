/// Finding recordings, and drawing random samples of them that can be drawn again.
@NullMarked
package org.kezheng.platform.samples;

import org.jspecify.annotations.NullMarked;
