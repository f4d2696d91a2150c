/// What the site is made of: queues and their numbers, agents and their skills, reasons and dispositions, and how their
/// ids inside translate to the codes and users of the interface.
@NullMarked
package org.kezheng.platform.directory;

import org.jspecify.annotations.NullMarked;
