/// Measures over HTTP and for Prometheus, their comparison while the platform runs, and the timing of single calls.
@NullMarked
package org.kezheng.platform.measures;

import org.jspecify.annotations.NullMarked;
