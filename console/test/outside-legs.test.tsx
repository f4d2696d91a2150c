// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible } from '@test/accessibility';
import { FakePlatform } from '@test/fake-server/fake-platform';
import { callDetails } from '@test/fake-server/records';
import { openPage } from '@test/render';

let platform: FakePlatform;

beforeEach(() => {
  platform = new FakePlatform();
  platform.user = 'auditor1';
});

async function openCall(call: string) {
  await openPage(`/auditor/calls/${call}`, platform);
  const drawer = await screen.findByRole('dialog');
  await within(drawer).findByRole('region', { name: '通话事实' });
  return { drawer };
}

const part = (drawer: HTMLElement, name: string) => within(drawer).getByRole('region', { name });

test('each leg to the outside says what came of it, and until when the customer was on the line; moves stand with the facts', async () => {
  const [call] = platform.calls;
  const at = platform.now();
  const leg = { at, way: 'transfer', number: '020****4321', ownNumber: '4001', askedBy: 'agent1', endUnseen: false };
  const body = call
    ? {
        ...callDetails(call),
        outsideLegs: [
          { ...leg, at: platform.now(-3_000), way: 'consultation', answeredAt: null, endedAt: at, result: 'busy' },
          { ...leg, answeredAt: at, endedAt: null, result: 'answered', endUnseen: true },
        ],
        customerLine: { state: 'unseen', endedAt: null },
        moves: [{ at, from: 'consult', to: 'support', by: 'supervisor1', cause: 'staffing' }],
      }
    : {};
  platform.failures.set(`GET /api/calls/${call?.id ?? ''}`, { status: 200, body });
  const { drawer } = await openCall(call?.id ?? '');
  const legs = part(drawer, '外线');
  expect(legs).toHaveTextContent(/外线询问020\*\*\*\*4321.*忙/);
  expect(legs).toHaveTextContent(/转外线.*无人见证.*已接通/);
  expect(legs).toHaveTextContent('何时挂断无人见证');
  expect(part(drawer, '通话事实')).toHaveTextContent(/移队.*咨询 → 售后.*周敏.*话务调度/);
  await expectAccessible();
});
