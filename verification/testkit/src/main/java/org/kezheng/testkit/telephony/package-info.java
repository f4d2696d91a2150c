/// Telephones for tests: callers and agents' SIP phones played by SIPp, the sound they send and hear as real RTP
/// packets, and a listener on the PBX's own events. Nothing here knows the product; it speaks SIP, RTP and AMI.
@NullMarked
package org.kezheng.testkit.telephony;

import org.jspecify.annotations.NullMarked;
