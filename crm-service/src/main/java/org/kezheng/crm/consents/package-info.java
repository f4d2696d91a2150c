/// What people agreed to, and who is not to be called: consents as vouchers, refusals that hold at once. Numbers are
/// encrypted with the client's key and found by blind index.
@NullMarked
package org.kezheng.crm.consents;

import org.jspecify.annotations.NullMarked;
