package org.kezheng.acd.engine;

import java.util.OptionalInt;

/// Why a contact still waits, as things stand.
///
/// @param ring the applied ring; 0: it waits for one agent
/// @param wishAgent the agent's id
/// @param nextStepMicros when its ring or its wish changes next; `Long.MAX_VALUE`: never
/// @param overflowMicros when it will have waited for too long
/// @param ahead waiting contacts that come before it and could be served by some agent who could serve it
/// @param agents who meet the applied rings; those below add up to it
/// @param handling those at the limit of what they handle, or ringing
/// @param unlooked free, but still to be looked at after a change
public record WaitingGrounds(
        ContactId contact,
        QueueId queue,
        int ring,
        int rings,
        OptionalInt wishAgent,
        long nextStepMicros,
        long overflowMicros,
        int ahead,
        int agents,
        int signedOut,
        int notReady,
        int handling,
        int passedOver,
        int unlooked) {}
