/// How well the lines of calls carry their audio: live beside each talk, and kept with the call. Beside the journal, by
/// the PBX's word, and never in the way of a call.
@NullMarked
package org.kezheng.platform.quality;

import org.jspecify.annotations.NullMarked;
