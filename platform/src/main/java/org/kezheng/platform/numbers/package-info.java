/// The register of own access numbers (码号): what is assigned by certificate, and what of it may be sent as calling
/// number. Nothing else is ever sent.
@NullMarked
package org.kezheng.platform.numbers;

import org.jspecify.annotations.NullMarked;
