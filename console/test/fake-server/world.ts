import type { WebSocket } from 'ws';
import { FakePbx } from '@test/fake-server/fake-pbx';
import { FakePlatform } from '@test/fake-server/fake-platform';

/** All that the development server pretends. */
export interface World {
  readonly platform: FakePlatform;
  readonly pbx: FakePbx;
  readonly sockets: Set<WebSocket>;
  isDown: boolean;
}

export function makeWorld(): World {
  return { platform: new FakePlatform(), pbx: new FakePbx(), sockets: new Set(), isDown: false };
}
