import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '@/shared/api/request';
import { instantSchema, orNull } from '@/shared/api/views';

const itemsSchema = z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), name: z.string(), version: z.string() }));

const filedSchema = z.object({
  filedAt: instantSchema,
  filedBy: z.string(),
  items: itemsSchema,
  /** False when the filed list was altered behind the platform's back. */
  isAsFiled: z.boolean().default(true),
});

const equipmentSchema = z.object({ running: itemsSchema, filed: orNull(filedSchema) });
export type Equipment = z.infer<typeof equipmentSchema>;

/** GET /api/equipment: what runs, beside what was filed with the authority. */
export function useEquipment() {
  return useQuery({
    queryKey: ['equipment'],
    queryFn: ({ signal }) => request(equipmentSchema, '/api/equipment', { signal }),
  });
}

/** PUT /api/equipment: makes what runs now the filed list. */
export function useFileEquipment() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => requestNothing('/api/equipment', { method: 'PUT' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['equipment'] }),
  });
}
