package org.kezheng.crm.customers;

import java.time.Instant;
import org.kezheng.security.secret.SecretString;

/// A note as the confidential log holds it.
///
/// @param entryPosition the entry's position in the client's confidential log; it makes recording idempotent
/// @param agent the account that wrote it
/// @param disposition the code of the result
/// @param text may be empty
public record NewCallNote(
        long entryPosition, CallId call, String agent, String disposition, SecretString text, Instant at) {}
