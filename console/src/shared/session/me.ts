import { z } from 'zod';

export const roleSchema = z.enum([
  'agent',
  'supervisor',
  'auditor',
  'system-administrator',
  'security-administrator',
]);
export type Role = z.infer<typeof roleSchema>;

/** The person who is signed in, and what they may do. */
export const meSchema = z.object({
  user: z.string(),
  displayName: z.string(),
  role: roleSchema,
  client: z.string().nullish(),
  policies: z.array(z.string()),
});
export type Me = z.infer<typeof meSchema>;

/** The path of the desk at which a role works. */
export function deskOf(role: Role): string {
  switch (role) {
    case 'agent':
      return '/agent';
    case 'supervisor':
      return '/supervisor';
    case 'auditor':
      return '/auditor';
    case 'system-administrator':
    case 'security-administrator':
      return '/administrator';
  }
}
