/// The confidential log: calling numbers and notes, encrypted, beside the journal, so that calls go on while PostgreSQL
/// is away and the journal stays free of personal data. What the log holds is carried into the customer tables.
@NullMarked
package org.kezheng.platform.parties;

import org.jspecify.annotations.NullMarked;
