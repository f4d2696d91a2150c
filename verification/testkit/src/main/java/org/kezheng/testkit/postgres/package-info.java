/// A real PostgreSQL for tests, started from the installed binaries, with the roles of the product. A machine without
/// PostgreSQL fails these tests: row-level security that was not tried is not there.
@NullMarked
package org.kezheng.testkit.postgres;

import org.jspecify.annotations.NullMarked;
