/// Packs: what is handed to somebody who does not trust the platform. Here they are written, as `docs/formats/pack.md`
/// says; what checks them shares no code with this.
@NullMarked
package org.kezheng.evidence.packs;

import org.jspecify.annotations.NullMarked;
