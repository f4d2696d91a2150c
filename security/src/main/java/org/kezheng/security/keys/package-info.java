/// Keys at rest outside the data: the key-encryption key, the data keys of the clients wrapped by it, and what is
/// derived from them per purpose.
@NullMarked
package org.kezheng.security.keys;

import org.jspecify.annotations.NullMarked;
