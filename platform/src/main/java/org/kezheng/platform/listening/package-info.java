/// Supervisors listen in to talks, whisper to the agent, or barge in (监听、耳语、强插): who does, in which mode, from when
/// to when; and the notice that agents are given before anybody listens unheard (告知).
@NullMarked
package org.kezheng.platform.listening;

import org.jspecify.annotations.NullMarked;
