/// The calendar of holidays of one site: the years that ship, those that its operator lays into the data directory, and
/// who is told when one will be missing.
@NullMarked
package org.kezheng.platform.calendar.site;

import org.jspecify.annotations.NullMarked;
