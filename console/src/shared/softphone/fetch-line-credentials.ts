import { z } from 'zod';
import { request } from '@/shared/api/request';

const credentialsSchema = z.object({ wssUrl: z.string(), uri: z.string(), user: z.string(), password: z.string() });

/** The SIP credentials of this sign-in; they die with it. */
export function fetchLineCredentials() {
  return request(credentialsSchema, '/api/agent/softphone');
}
