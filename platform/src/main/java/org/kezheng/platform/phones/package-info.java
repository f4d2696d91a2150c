/// What agents take calls on: the softphone in the browser, whose SIP line lives and dies with the sign-in, or an
/// ordinary SIP phone.
@NullMarked
package org.kezheng.platform.phones;

import org.jspecify.annotations.NullMarked;
