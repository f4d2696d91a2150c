/** What the live view tells of by name alone: desks read it by requests of their own, and anew when it is told. */
export type LiveTopic = 'appointments' | 'outside-result' | 'recording-pause' | 'skill-moves' | 'notice-acknowledgements' | 'callbacks' | 'messages' | 'nuisance-marks' | 'number-alarms';

/**
 * The key of a query that the live view keeps true. Below a LiveProvider it is read anew when its topic is told, and
 * with each snapshot; elsewhere nobody tells, and the query has to look by itself.
 */
export const liveKey = (topic: LiveTopic, ...rest: readonly string[]) => [...allLiveKeys, topic, ...rest] as const;

/** The beginning of all those keys. */
export const allLiveKeys = ['live'] as const;
