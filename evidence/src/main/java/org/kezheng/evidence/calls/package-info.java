/// Call records, offers and agents' intervals: projections of the journal into PostgreSQL, each record
/// taking effect exactly once, and the questions that desks ask of them.
@NullMarked
package org.kezheng.evidence.calls;

import org.jspecify.annotations.NullMarked;
