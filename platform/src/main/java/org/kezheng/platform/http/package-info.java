/// What holds for every request: who asks, what each endpoint requires, how refusals are told, what a browser may do
/// with the pages.
@NullMarked
package org.kezheng.platform.http;

import org.jspecify.annotations.NullMarked;
