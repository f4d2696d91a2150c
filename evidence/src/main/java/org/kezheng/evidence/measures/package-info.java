/// Measures (统计指标): their published definitions, the figures from three sources (the live fold, the tables of calls,
/// the tables of agents' time), and their constant comparison with a fold of its own over the journal's files.
@NullMarked
package org.kezheng.evidence.measures;

import org.jspecify.annotations.NullMarked;
