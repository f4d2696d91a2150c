/// How flows and calendars of public holidays stand in files: reading with every mistake named, and the prompts that
/// ship.
@NullMarked
package org.kezheng.platform.flows.file;

import org.jspecify.annotations.NullMarked;
