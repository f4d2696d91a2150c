package org.kezheng.reference;

import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueId;

/// The place of a caller who dropped, kept up to an instant.
record KeptPlace(ContactId contact, QueueId queue, long arrived, long place, long until) {}
