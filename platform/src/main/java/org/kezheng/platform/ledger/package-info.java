/// The audit ledger over HTTP, and the seals that bind the journal to it.
@NullMarked
package org.kezheng.platform.ledger;

import org.jspecify.annotations.NullMarked;
