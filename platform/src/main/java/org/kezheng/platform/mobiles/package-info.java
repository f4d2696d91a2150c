/// Agents who answer calls on their own mobile: who may, with what prompt, and what becomes of those who may not any
/// more.
/// The numbers are in the gate's list; each call is a leg to the outside, which the gate lets out.
@NullMarked
package org.kezheng.platform.mobiles;

import org.jspecify.annotations.NullMarked;
