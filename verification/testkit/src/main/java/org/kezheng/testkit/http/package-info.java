/// The product's HTTP interface and its live WebSocket, as a program outside sees them.
@NullMarked
package org.kezheng.testkit.http;

import org.jspecify.annotations.NullMarked;
