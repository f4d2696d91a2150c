import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const calendarSchema = z.object({
  years: z.array(z.object({ year: z.number(), source: z.string(), holidays: z.array(z.string()), workingDays: z.array(z.string()) })),
  missing: z.array(z.number()),
});

/** It changes with a start of the platform, and what is missing with the day. */
const staleMillis = 60 * 60_000;

/** GET /api/calendar: the holidays that flows, the gate and filing terms go by, and the years that are missing. */
export function useCalendar() {
  return useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => request(calendarSchema, '/api/calendar', { signal }),
    staleTime: staleMillis,
    refetchOnWindowFocus: true,
  });
}
