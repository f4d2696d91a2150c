/// The record of every clear showing of what is otherwise masked: who, when, of whom, what and why.
@NullMarked
package org.kezheng.security.disclosure;

import org.jspecify.annotations.NullMarked;
