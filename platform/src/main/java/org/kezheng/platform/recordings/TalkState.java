package org.kezheng.platform.recordings;

/// One talk of a call and how it stands with its recording.
///
/// @param offer the answered offer's id
/// @param agent who talked
public record TalkState(long offer, int agent, RecordingState recording) {}
