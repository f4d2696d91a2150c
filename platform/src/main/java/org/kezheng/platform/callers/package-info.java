/// What callers went through in flows: kept with the call, read with its record.
@NullMarked
package org.kezheng.platform.callers;

import org.jspecify.annotations.NullMarked;
