/// Search for a telephone number among ciphertexts, by a keyed and truncated index over its normal form.
@NullMarked
package org.kezheng.security.index;

import org.jspecify.annotations.NullMarked;
