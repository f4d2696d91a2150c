import { expect, test } from 'vitest';
import { aContact } from '@test/views';
import { ownInternalCall } from '@/features/agent-desk/colleague/own-internal-call';

const ringing = { kind: 'ringing', answer: 'here', since: null, call: '1001', queue: 'support' } as const;
const asked = { agent: 'agent2', displayName: '李雷' };

test('a call to a colleague is told from a colleague’s call, and from a caller', () => {
  expect(ownInternalCall({ ...ringing, contact: aContact({ kind: 'internal' }) })).toBe('1001');
  expect(ownInternalCall({ ...ringing, contact: aContact({ kind: 'internal', from: asked }) })).toBeNull();
  expect(ownInternalCall({ ...ringing, contact: aContact() })).toBeNull();
  expect(ownInternalCall({ kind: 'idle' })).toBeNull();
});
