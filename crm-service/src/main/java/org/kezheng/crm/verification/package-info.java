/// Whether a caller is the customer: facts that only the customer knows, asked for, compared, and never shown.
@NullMarked
package org.kezheng.crm.verification;

import org.jspecify.annotations.NullMarked;
