/// The command line of the benchmarks.
@NullMarked
package org.kezheng.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
