/// Claims of the licence's dossier as data, the probes that try them on the running system, and the board that says how
/// each claim stands. A probe's runs form a chain of hashes; a claim that no run of this start has proven is not green.
@NullMarked
package org.kezheng.evidence.claims;

import org.jspecify.annotations.NullMarked;
