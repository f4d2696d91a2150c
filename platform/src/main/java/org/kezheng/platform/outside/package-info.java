/// Calls to the outside from their wish to their dialling: what each is for, and the gate's word at both ends.
@NullMarked
package org.kezheng.platform.outside;

import org.jspecify.annotations.NullMarked;
