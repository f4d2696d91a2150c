/// Single operations, measured by JMH.
@NullMarked
package org.kezheng.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
