/// What agents do: their state, their device, their wrap-up, and how their sign-in becomes the engine's.
@NullMarked
package org.kezheng.platform.desk;

import org.jspecify.annotations.NullMarked;
