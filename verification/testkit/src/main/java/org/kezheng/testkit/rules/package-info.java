/// The rules of the house as executable checks. Each product module runs them over its own classes.
@NullMarked
package org.kezheng.testkit.rules;

import org.jspecify.annotations.NullMarked;
