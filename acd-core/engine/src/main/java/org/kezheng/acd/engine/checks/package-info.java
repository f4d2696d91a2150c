/// What holds of an engine after every command, whatever came before, told from its events and from a view of its
/// state, in books of their own.
@NullMarked
package org.kezheng.acd.engine.checks;

import org.jspecify.annotations.NullMarked;
