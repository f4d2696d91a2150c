/// Following a growing log into tables: waking up when it grows, and trying again while the database is away.
@NullMarked
package org.kezheng.evidence.following;

import org.jspecify.annotations.NullMarked;
