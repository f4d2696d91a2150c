/// What is wrong with what somebody entered, named by field and rule.
@NullMarked
package org.kezheng.security.validation;

import org.jspecify.annotations.NullMarked;
