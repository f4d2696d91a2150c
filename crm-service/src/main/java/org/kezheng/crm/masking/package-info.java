/// How personal data look on screens by default. The rules stand here and nowhere else.
@NullMarked
package org.kezheng.crm.masking;

import org.jspecify.annotations.NullMarked;
