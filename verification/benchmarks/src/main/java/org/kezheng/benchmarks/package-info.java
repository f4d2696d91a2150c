/// How fast the routing engine is, on recorded days of a call centre, beside the naive engine and the machine's own
/// memory.
@NullMarked
package org.kezheng.benchmarks;

import org.jspecify.annotations.NullMarked;
