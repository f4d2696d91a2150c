/// The product as those outside see it: callers, agents, supervisors, auditors, operators, and whoever steals a disk.
@NullMarked
package org.kezheng.systemtests;

import org.jspecify.annotations.NullMarked;
