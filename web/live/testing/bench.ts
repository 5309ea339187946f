import { vi } from 'vitest';
import { Live, type LiveOptions } from '../live.ts';
import type { FakeServer} from './fake-server.ts';
import { type View } from './fake-server.ts';

/** Local storage of one origin, shared by its tabs; writes are told to the other tabs as the browser does. */
export function storage(): Storage {
  const map = new Map<string, string>();
  const tell = (key: string) => setTimeout(() => dispatchEvent(Object.assign(new Event('storage'), { key })), 0);
  return {
    get length() { return map.size; },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => { map.set(key, value); tell(key); },
    removeItem: (key) => { if (map.delete(key)) tell(key); },
    clear: () => map.clear(),
  };
}

/** Web Locks of one origin: exclusive, first come first served, abortable while waiting. */
export function locks(): Pick<LockManager, 'request'> {
  const tails = new Map<string, Promise<unknown>>();
  const request = async (name: string, options: LockOptions, action: (lock: Lock | null) => Promise<unknown>) => {
    const before = tails.get(name) ?? Promise.resolve();
    let free: () => void = () => undefined;
    tails.set(name, new Promise<void>((resolve) => { free = resolve; }));
    try {
      await Promise.race([before, new Promise((_, reject) => options.signal?.addEventListener('abort', () => reject(new Error('aborted'))))]);
      return await action(null);
    } finally {
      void before.then(free);
    }
  };
  return { request: request as LockManager['request'] };
}

/** A tab with a client in it. */
export function tab(server: FakeServer, more: Partial<LiveOptions<View>> = {}): Live<View> {
  return new Live<View>({
    webSocket: server.transport, credentials: () => ({ token: 'secret' }), scope: 'demo.lin', storage: null, random: () => 0.5, ...more,
  });
}

/** Moves the clock; everything due happens in order. */
export const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

export async function online(live: Live<View>): Promise<Live<View>> {
  live.connect();
  await pass(5);
  return live;
}
