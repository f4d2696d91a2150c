/// Which talks are recorded by rule, and how long recordings are kept: a clock for each direction, holds that stop
/// it, and the destruction of what is due, for good and with a trace of its own.
@NullMarked
package org.kezheng.platform.retention;

import org.jspecify.annotations.NullMarked;
