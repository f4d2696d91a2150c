/// Lives of the routing engine, made up from seeds: what callers, agents, phones, the PBX, the host and its clock
/// would say, now and then too late, twice, or of something unknown.
@NullMarked
package org.kezheng.simulation;

import org.jspecify.annotations.NullMarked;
