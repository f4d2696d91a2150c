/// Writes traces of simulated lives: what an engine was told and what it decided, for a second implementation to be
/// run against. Specified in `docs/formats/trace.md`.
@NullMarked
package org.kezheng.simulation.trace;

import org.jspecify.annotations.NullMarked;
