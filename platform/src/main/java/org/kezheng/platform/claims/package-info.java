/// The claim board on the running platform: the probes that try the claims, when they run, and `/api/claims`,
/// `/api/probes` and `/api/equipment`.
@NullMarked
package org.kezheng.platform.claims;

import org.jspecify.annotations.NullMarked;
