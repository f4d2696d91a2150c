import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Plugin, ViteDevServer } from 'vite';
import { WebSocketServer } from 'ws';
import type { FakeAnswer } from './fake-platform.ts';
import type { World } from './world.ts';

/** Serves the fake platform from the development server: its HTTP, its live WebSocket, its PBX, and `/fake` to move things. */
export function fakePlatformPlugin(): Plugin {
  return {
    name: 'fake-platform',
    async configureServer(server) {
      const world = await makeWorld(server);
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://fake');
        if (!url.pathname.startsWith('/api/') && url.pathname !== '/fake') {
          next();
        } else if (world.isDown && url.pathname !== '/fake') {
          response.destroy();
        } else {
          void serve(world, url, request, response);
        }
      });
      server.httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => upgrade(world, request, socket, head));
      setInterval(() => world.platform.heartbeat(), 5_000).unref();
    },
  };
}

function isWorldModule(module: unknown): module is { makeWorld: () => World } {
  return typeof module === 'object' && module !== null && 'makeWorld' in module;
}

async function makeWorld(server: ViteDevServer): Promise<World> {
  const world: unknown = await server.ssrLoadModule('/test/fake-server/world.ts');
  if (!isWorldModule(world)) {
    throw new Error('the fake world has no maker');
  }
  return world.makeWorld();
}

async function serve(world: World, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await text(request);
  const body: unknown = sent === '' ? null : JSON.parse(sent);
  const answer: FakeAnswer =
    url.pathname === '/fake'
      ? { status: 200, body: move(world, url.searchParams.get('do') ?? '', body) }
      : world.platform.handle({ method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body });
  const { location } = answer;
  response.writeHead(answer.status, {
    'Content-Type': 'application/json',
    'Set-Cookie': 'XSRF-TOKEN=fake; Path=/',
    ...(location === undefined ? {} : { Location: location }),
  });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}

/** `POST /fake?do=agent` with `["agent1", {"state": "ready"}]` calls that method of the fake platform or PBX. */
function move(world: World, what: string, parameters: unknown): string {
  const given: unknown[] = Array.isArray(parameters) ? parameters : [];
  if (what === 'down' || what === 'up') {
    world.isDown = what === 'down';
    world.sockets.forEach((socket) => socket.terminate());
    return what;
  }
  const [target, method] = what.startsWith('pbx.') ? [world.pbx, what.slice(4)] : [world.platform, what];
  const action: unknown = Reflect.get(target, method);
  if (typeof action !== 'function') {
    const [value] = given;
    return String(Reflect.set(target, method, value));
  }
  Reflect.apply(action, target, given);
  return method;
}

const live = new WebSocketServer({ noServer: true });
const sip = new WebSocketServer({ noServer: true, handleProtocols: () => 'sip' });

function upgrade(world: World, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { pathname } = new URL(request.url ?? '/', 'http://fake');
  if (pathname === '/api/live') {
    if (world.isDown) {
      socket.destroy();
      return;
    }
    live.handleUpgrade(request, socket, head, (wire) => {
      world.sockets.add(wire);
      const listener = (frame: object) => wire.send(JSON.stringify(frame));
      const leave = world.platform.listen(listener);
      wire.on('message', (message: Buffer) => {
        if (message.toString().includes('resync')) {
          world.platform.snapshot(listener);
        }
      });
      wire.on('close', () => {
        world.sockets.delete(wire);
        leave();
      });
    });
  } else if (pathname === '/fake-sip') {
    sip.handleUpgrade(request, socket, head, (wire) => {
      world.pbx.connect(wire);
      wire.on('message', (message: Buffer) => world.pbx.receive(message.toString()));
      wire.on('close', () => world.pbx.disconnect(wire));
    });
  }
}
