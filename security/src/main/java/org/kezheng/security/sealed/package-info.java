/// Big files at rest, sealed in chunks so that any part can be read without the rest. The format is specified in
/// `docs/formats/sealed-file.md`.
@NullMarked
package org.kezheng.security.sealed;

import org.jspecify.annotations.NullMarked;
