/// Keys and ciphers, identity, access policies and the audit ledger. Other modules ask here who may see what, and leave
/// here the proof that it was seen.
@NullMarked
package org.kezheng.security;

import org.jspecify.annotations.NullMarked;
