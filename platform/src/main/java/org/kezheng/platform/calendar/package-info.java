/// Which days are worked: weekends, public holidays, and the working days that make up for them (调休). One calendar for
/// all who go by days: callers' flows, the gate's hours, and the register's filing terms. Pure: what is published comes
/// as data, today as an argument.
@NullMarked
package org.kezheng.platform.calendar;

import org.jspecify.annotations.NullMarked;
