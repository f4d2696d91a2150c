import type { ZodType } from 'zod';
import { asRequestError, problemSchema, RequestError, type Problem } from '@/shared/api/problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface RequestOptions {
  method?: Method;
  body?: unknown;
  /** A file that is sent as it is, in place of a body. */
  file?: { readonly type: string; readonly content: Blob };
  signal?: AbortSignal;
  range?: string;
}

/** Sends one request and parses the answer with its schema; everything but success is a RequestError. */
export async function request<T>(schema: ZodType<T>, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const parsed = schema.safeParse(await readBody(response));
  if (!parsed.success) {
    throw new RequestError(response.status, { rule: 'console.unreadable-answer' });
  }
  return parsed.data;
}

/** Sends a file and parses the answer with its schema. */
export async function requestFile<T>(schema: ZodType<T>, path: string, type: string, content: Blob): Promise<T> {
  return request(schema, path, { method: 'POST', file: { type, content } });
}

/** Sends one request of which only success matters. */
export async function requestNothing(path: string, options: RequestOptions): Promise<void> {
  await send(path, options);
}

/** Starts something that takes a while, and gives the path at which it can be followed. */
export async function requestStart(path: string, body?: unknown): Promise<string> {
  const response = await send(path, { method: 'POST', ...(body === undefined ? {} : { body }) });
  const location = response.headers.get('Location');
  if (location === null) {
    throw new RequestError(response.status, { rule: 'console.unreadable-answer' });
  }
  return new URL(location, window.location.origin).pathname;
}

/** Why a file could not be read that the browser itself fetched without a word; `null` when it can be read now. */
export async function whyUnreadable(path: string): Promise<RequestError | null> {
  try {
    await send(path, { range: 'bytes=0-0' });
    return null;
  } catch (error) {
    return asRequestError(error);
  }
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.file !== undefined) {
    headers['Content-Type'] = options.file.type;
  }
  if (options.range !== undefined) {
    headers['Range'] = options.range;
  }
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = await writeToken();
  }
  const response = await reach(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.file === undefined ? {} : { body: options.file.content }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) {
    throw new RequestError(response.status, await readProblem(response));
  }
  return response;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new RequestError(0, {});
  }
}

/** Any GET sets the token's cookie; a page that has not read anything yet asks for it once. */
async function writeToken(): Promise<string> {
  if (tokenCookie() === '') {
    await reach('/api/session', { credentials: 'same-origin' });
  }
  return tokenCookie();
}

function tokenCookie(): string {
  return decodeURIComponent(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') {
    return undefined;
  }
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await readBody(response));
  return parsed.success ? parsed.data : {};
}
