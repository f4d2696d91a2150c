/** Milliseconds as `3:07`, or `1:02:33` from an hour on. Never negative: a clock that is ahead shows 0:00. */
export function formatDuration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** An instant as `14:05:09` in the time zone of the person who looks. */
export function formatClock(instant: string): string {
  const date = new Date(instant);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** An instant as `2026-11-23`, the form used in tables. */
export function formatTableDate(instant: string): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** An instant as `2026-11-23 14:05:09`. */
export function formatTableTime(instant: string): string {
  return `${formatTableDate(instant)} ${formatClock(instant)}`;
}

/** An instant with its microseconds, `14:05:09.123456`: for evidence, where the order within a second matters. */
export function formatPreciseClock(instant: string): string {
  const fraction = /\.(\d{1,6})/.exec(instant)?.[1] ?? '';
  return `${formatClock(instant)}.${fraction.padEnd(6, '0')}`;
}

/** Milliseconds between two instants. */
export function millisBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/** Microseconds as people read them: `412 µs`, `3.2 ms`, `4.81 s`. */
export function formatMicros(micros: number): string {
  if (micros < 1000) {
    return `${Math.round(micros)} µs`;
  }
  return micros < 1_000_000 ? `${(micros / 1000).toFixed(1)} ms` : `${(micros / 1_000_000).toFixed(2)} s`;
}
