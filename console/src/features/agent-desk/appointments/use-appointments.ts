import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';
import { liveKey } from '@/shared/live/live-topics';

const appointmentSchema = z.object({
  id: z.string(),
  number: z.string(),
  customer: orNull(z.string()),
  dueAt: instantSchema,
  due: z.boolean(),
  note: z.string(),
  queue: z.string(),
  state: z.enum(['scheduled', 'due', 'done', 'failed', 'cancelled']),
  outcome: z.string(),
  call: orNull(z.string()),
});
export type Appointment = z.infer<typeof appointmentSchema>;
const path = '/api/agent/appointments';
const key = liveKey('appointments');

/** GET /api/agent/appointments: the agent's own, what is due first. */
export function useAppointments() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(z.object({ items: z.array(appointmentSchema) }), path, { signal }),
  });
}

export interface NewAppointment {
  /** The caller of that call; else the number. */
  readonly call: string | null;
  readonly number: string;
  readonly voucher: string;
  readonly dueAt: string;
  readonly note: string;
  readonly queue: string;
}

/** POST /api/agent/appointments. */
export function useMakeAppointment() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ call, number, ...rest }: NewAppointment) =>
      request(appointmentSchema, path, { method: 'POST', body: call === null ? { number, ...rest } : { call, ...rest } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** PUT /api/agent/appointments/{id}. */
export function useMoveAppointment(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dueAt: string) => request(appointmentSchema, `${path}/${encodeURIComponent(id)}`, { method: 'PUT', body: { dueAt } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** DELETE /api/agent/appointments/{id}. */
export function useCancelAppointment() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}
