/// What a caller hears and may choose before, while and after somebody is there, as data: the flow, what is wrong with
/// it, and the interpreter that says, step by step, what the line has to do next. Pure: time, holidays and everything
/// that is known of the caller are arguments. Who carries the steps out is none of its business: the call flow does so
/// on the PBX, `./kezheng flow try` in a terminal.
@NullMarked
package org.kezheng.platform.flows;

import org.jspecify.annotations.NullMarked;
