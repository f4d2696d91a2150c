/// The emergency switch (突发情况开关) of each client: an announcement to all callers, or the closure of all lines, turned
/// by supervisors, kept with its cause, and in force again after a restart.
@NullMarked
package org.kezheng.platform.emergency;

import org.jspecify.annotations.NullMarked;
