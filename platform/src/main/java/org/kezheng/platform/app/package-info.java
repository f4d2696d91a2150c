/// What the application is made of and in which order its parts start and stop.
@NullMarked
package org.kezheng.platform.app;

import org.jspecify.annotations.NullMarked;
