/// Waiting for something to become true, with a deadline and with what was last seen in the failure. The only way in
/// which tests wait: none of them sleeps and hopes.
@NullMarked
package org.kezheng.testkit.await;

import org.jspecify.annotations.NullMarked;
