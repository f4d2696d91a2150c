import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';
import { instantSchema } from '@/shared/api/views';
import { useIsLive } from '@/shared/live/live-context';
import { liveKey } from '@/shared/live/live-topics';

const alarmSchema = z.object({
  number: z.string(),
  calls: z.number(),
  most: z.number(),
  refused: z.number(),
  since: instantSchema,
});

/** How often a page that is told of nothing asks again: an alarm stands for as long as the hour is full. */
const everyMillis = 30_000;

/** GET /api/numbers/alarms: own numbers that have called as often within the hour as they may. */
export function useNumberAlarms() {
  const isLive = useIsLive();
  return useQuery({
    queryKey: liveKey('number-alarms'),
    queryFn: ({ signal }) => request(z.object({ items: z.array(alarmSchema) }), '/api/numbers/alarms', { signal }),
    refetchOnWindowFocus: true,
    refetchInterval: isLive ? false : everyMillis,
  });
}
