/// Marks of numbers from which a client's people are molested, as people set, confirm and lift them.
@NullMarked
package org.kezheng.platform.nuisance;

import org.jspecify.annotations.NullMarked;
