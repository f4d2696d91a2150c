package org.kezheng.crm.customers;

import java.time.Instant;
import org.kezheng.security.secret.SecretString;

/// A note on a call.
public record CallNote(CallId call, String agent, String disposition, SecretString text, Instant at) {}
