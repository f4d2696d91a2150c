package org.kezheng.security.identity;

import java.time.Instant;
import org.kezheng.security.access.SignedIn;

/// A live session as a list shows it.
public record SessionView(SignedIn who, Instant signedInAt, Instant lastActiveAt) {}
