/// Recordings of calls: taken from the PBX's spool in memory, sealed, listed, and played to who may hear them. Nothing
/// clear is ever written to a disk.
@NullMarked
package org.kezheng.platform.recordings;

import org.jspecify.annotations.NullMarked;
