/// The journal of the engine: its files, codecs and replay, and the host that runs one engine alone. Nothing is
/// published before it is durable, and damage is named, never skipped.
@NullMarked
package org.kezheng.acd.journal;

import org.jspecify.annotations.NullMarked;
