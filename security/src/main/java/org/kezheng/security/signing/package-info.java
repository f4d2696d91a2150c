/// Signatures on evidence: one Ed25519 key of the installation, whose public half outsiders hold.
@NullMarked
package org.kezheng.security.signing;

import org.jspecify.annotations.NullMarked;
