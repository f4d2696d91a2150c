/// Supervisors lend an agent to a queue for a while (临时技能): who, to which queue, until when. It ends by itself.
@NullMarked
package org.kezheng.platform.skills;

import org.jspecify.annotations.NullMarked;
