export type QualityLevel = 'measuring' | 'none' | 'poor' | 'fair' | 'good';

export interface CallQuality {
  readonly level: QualityLevel;
  /** Share of packets lost since the last reading, in per cent. */
  readonly lossPercent: number;
  readonly jitterMillis: number;
  readonly roundTripMillis: number | null;
}

/** Counters of one reading of the connection's statistics. */
export interface QualityReading {
  readonly received: number;
  readonly lost: number;
  readonly jitterMillis: number;
  readonly roundTripMillis: number | null;
}

export const measuring: CallQuality = { level: 'measuring', lossPercent: 0, jitterMillis: 0, roundTripMillis: null };

function numberOf(entry: object, name: string): number | null {
  const value: unknown = Reflect.get(entry, name);
  return typeof value === 'number' ? value : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

const silence: QualityReading = { received: 0, lost: 0, jitterMillis: 0, roundTripMillis: null };

/** Takes the audio counters out of a statistics report; a connection on which nothing has come yet counts as silent. */
export function readStatistics(report: Iterable<[string, unknown]>): QualityReading | null {
  let reading: QualityReading | null = null;
  let roundTripMillis: number | null = null;
  for (const [, entry] of report) {
    reading ??= silence;
    const type: unknown = isObject(entry) ? Reflect.get(entry, 'type') : null;
    if (isObject(entry) && type === 'inbound-rtp' && Reflect.get(entry, 'kind') === 'audio') {
      reading = {
        received: numberOf(entry, 'packetsReceived') ?? 0,
        lost: numberOf(entry, 'packetsLost') ?? 0,
        jitterMillis: Math.round((numberOf(entry, 'jitter') ?? 0) * 1000),
        roundTripMillis: null,
      };
    } else if (isObject(entry) && type === 'remote-inbound-rtp') {
      const seconds = numberOf(entry, 'roundTripTime');
      roundTripMillis = seconds === null ? null : Math.round(seconds * 1000);
    }
  }
  return reading && { ...reading, roundTripMillis };
}

/** Judges what happened between two readings: below 1 % loss nobody hears anything, above 5 % everybody does. */
export function judge(before: QualityReading | null, now: QualityReading | null): CallQuality {
  if (before === null || now === null) {
    return measuring;
  }
  const received = now.received - before.received;
  const lost = Math.max(0, now.lost - before.lost);
  const lossPercent = received + lost === 0 ? 0 : Math.round((1000 * lost) / (received + lost)) / 10;
  const { jitterMillis, roundTripMillis } = now;
  return { level: levelOf(received, lossPercent, jitterMillis, roundTripMillis ?? 0), lossPercent, jitterMillis, roundTripMillis };
}

function levelOf(received: number, lossPercent: number, jitterMillis: number, roundTripMillis: number): QualityLevel {
  if (received <= 0) {
    return 'none';
  }
  if (lossPercent > 5 || jitterMillis > 60 || roundTripMillis > 500) {
    return 'poor';
  }
  return lossPercent > 1 || jitterMillis > 30 || roundTripMillis > 250 ? 'fair' : 'good';
}
