/// Where telephone and engine meet: events of the PBX become commands of the engine, events of the engine become
/// requests to the PBX. Pure: what happened goes in, what is to be done comes out; no thread, clock or I/O, so the
/// whole of it is simulated.
@NullMarked
package org.kezheng.platform.callflow;

import org.jspecify.annotations.NullMarked;
