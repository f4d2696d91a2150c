/// The rules of `docs/routing.md` once more, in plain collections and by looking at everything each time. It has no
/// speed and no order to keep right; that is why the engine is compared with it.
@NullMarked
package org.kezheng.reference;

import org.jspecify.annotations.NullMarked;
