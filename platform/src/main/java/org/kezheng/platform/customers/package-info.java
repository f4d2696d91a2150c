/// Customers over HTTP: masked, and in the clear only for a reason that is recorded.
@NullMarked
package org.kezheng.platform.customers;

import org.jspecify.annotations.NullMarked;
