/// Whose data the present work may see. Everything belongs to a client; without a client in scope the database shows no
/// row.
@NullMarked
package org.kezheng.security.tenancy;

import org.jspecify.annotations.NullMarked;
