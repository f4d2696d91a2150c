/// What callers hear: prompts as files that the PBX plays. A recorded file comes first; what has none is spoken by a
/// program and kept under the hash of what it says, so that each text is spoken once. No prompt holds personal data.
@NullMarked
package org.kezheng.platform.speech;

import org.jspecify.annotations.NullMarked;
