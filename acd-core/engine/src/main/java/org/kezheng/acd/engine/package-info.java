/// The contact distribution engine: a pure, single-threaded, deterministic state machine that takes commands and
/// gives events and effects. Time, randomness and configuration are arguments, so that the same journal gives the
/// same bytes on every machine.
@NullMarked
package org.kezheng.acd.engine;

import org.jspecify.annotations.NullMarked;
