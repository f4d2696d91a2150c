/// What supervisors do with other people's calls and with agents: each act is in the audit ledger, or is not done.
@NullMarked
package org.kezheng.platform.supervision;

import org.jspecify.annotations.NullMarked;
