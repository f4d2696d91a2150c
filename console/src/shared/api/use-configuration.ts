import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { request } from '@/shared/api/request';

const named = { code: z.string(), zh: z.string(), en: z.string() };

const configurationSchema = z.object({
  version: z.union([z.number(), z.string()]),
  queues: z.array(z.object({ ...named, number: z.string().nullish() })),
  reasons: z.array(z.object({ ...named, selectable: z.boolean().default(true) })),
  dispositions: z.array(z.object({ ...named, key: z.number().nullish() })),
  agents: z.array(z.object({ user: z.string(), displayName: z.string() })).default([]),
  selfServices: z
    .array(z.object({ flow: z.string(), zh: z.string(), en: z.string() }).transform(({ flow, ...words }) => ({ code: flow, ...words })))
    .default([]),
});

export type Configuration = z.infer<typeof configurationSchema>;

/** Queues, not-ready reasons, dispositions and self-services of the configuration in force, and who has calls. */
export function useConfiguration() {
  return useQuery({
    queryKey: ['configuration'],
    queryFn: ({ signal }) => request(configurationSchema, '/api/configuration', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** Turns a code into the word of the chosen language; an unknown code is shown as it is. */
export function useConfiguredName(list: 'queues' | 'reasons' | 'dispositions' | 'selfServices') {
  const { data } = useConfiguration();
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage;
  return useCallback(
    (code: string): string => {
      const entry = data?.[list].find((candidate) => candidate.code === code);
      return entry === undefined ? code : language === 'en' ? entry.en : entry.zh;
    },
    [data, list, language],
  );
}

/** Turns an account into the name of its person; an unknown one is shown as it is. */
export function useAgentName() {
  const { data } = useConfiguration();
  return useCallback(
    (account: string): string => data?.agents.find(({ user }) => user === account)?.displayName ?? account,
    [data],
  );
}
