/// The clients (委托方) whose data the platform keeps: their codes and names, and the making of their keys.
@NullMarked
package org.kezheng.security.clients;

import org.jspecify.annotations.NullMarked;
