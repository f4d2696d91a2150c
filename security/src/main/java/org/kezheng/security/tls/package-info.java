/// The certificates of the platform's own service: a local authority and the server certificate that it signs.
@NullMarked
package org.kezheng.security.tls;

import org.jspecify.annotations.NullMarked;
