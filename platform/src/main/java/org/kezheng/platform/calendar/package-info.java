/// Which days are worked: weekends, holidays, and the working days that make up for them (调休).
@NullMarked
package org.kezheng.platform.calendar;

import org.jspecify.annotations.NullMarked;
