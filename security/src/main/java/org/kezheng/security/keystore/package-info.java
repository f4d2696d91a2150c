/// The customers' own keys, kept apart from the data that they seal, so that destroying a key reaches every backup of
/// the data.
@NullMarked
package org.kezheng.security.keystore;

import org.jspecify.annotations.NullMarked;
