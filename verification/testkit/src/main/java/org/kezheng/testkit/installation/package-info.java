/// A whole installation of the product, started and stopped by its launcher as an operator would, known by what
/// `status --json` says of it and by nothing else.
@NullMarked
package org.kezheng.testkit.installation;

import org.jspecify.annotations.NullMarked;
