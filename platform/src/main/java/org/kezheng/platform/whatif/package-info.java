/// A recorded day once more under other rules: its calls, its agents' hours and its talks, and another configuration.
@NullMarked
package org.kezheng.platform.whatif;

import org.jspecify.annotations.NullMarked;
