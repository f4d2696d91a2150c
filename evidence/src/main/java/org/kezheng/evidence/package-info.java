/// Projections and measures of the journal, claims with the probes that try them on the running system, dossiers and
/// the packs that a stranger verifies offline.
@NullMarked
package org.kezheng.evidence;

import org.jspecify.annotations.NullMarked;
