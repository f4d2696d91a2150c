/// Packs: proofs that are handed out, and the verifier that checks them as a stranger would, in a process of its own.
@NullMarked
package org.kezheng.platform.packs;

import org.jspecify.annotations.NullMarked;
