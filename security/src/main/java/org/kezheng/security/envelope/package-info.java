/// The byte format of every ciphertext at rest: which suite and key made it, and to which place it is bound. The format
/// is specified in `docs/formats/envelope.md`.
@NullMarked
package org.kezheng.security.envelope;

import org.jspecify.annotations.NullMarked;
