/// The one gate before every leg to the outside. What asks for such a leg asks here and nowhere else; what the
/// gate refuses reaches no trunk. The decision is pure ([GateRules]); what it rests on is read, and what it says
/// recorded, in one transaction ([Gate]). Without the database nothing goes out.
@NullMarked
package org.kezheng.platform.gate;

import org.jspecify.annotations.NullMarked;
