/// Checks what the platform hands out: packs, exports of the audit ledger, and journals. Written from
/// `docs/formats/` alone: it shares no code with what writes them, so that one mistake cannot hide in both. It
/// needs nothing but Java 17, opens no connection, writes no file, and trusts no key but the one that it is given.
@NullMarked
package org.kezheng.verifier;

import org.jspecify.annotations.NullMarked;
