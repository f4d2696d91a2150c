/// The site's access numbers: which flow belongs to which, read and checked at the start, and what is known of
/// those who call them.
@NullMarked
package org.kezheng.platform.lines;

import org.jspecify.annotations.NullMarked;
