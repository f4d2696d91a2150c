/// The one application: it wires the modules, translates between telephone and engine in its call flow, and serves the
/// HTTP and WebSocket interface.
@NullMarked
package org.kezheng.platform;

import org.jspecify.annotations.NullMarked;
