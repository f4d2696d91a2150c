/// Calls by which the platform tries itself: from the PBX's own SIP socket through routing to an agent's leg and into a
/// recording, the way that every caller goes.
@NullMarked
package org.kezheng.platform.selftest;

import org.jspecify.annotations.NullMarked;
