import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerFrame } from '@baton/protocol';
import { FakeServer } from './testing/fake-server.ts';
import { online, pass, storage, tab } from './testing/bench.ts';

let server: FakeServer;
beforeEach(() => { vi.useFakeTimers(); server = new FakeServer(); });
afterEach(() => vi.useRealTimers());

/** A small generator with a seed: a bad day can be replayed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('on any bad day', () => {
  it.each([...Array(40).keys()])('day %i: everything sent is stored once, in order, and every tab sees the one log', async (seed) => {
    const random = dice(seed + 1);
    const kept = storage();
    const tabs = [await online(tab(server, { storage: kept, random })), await online(tab(server, { storage: kept, random }))];
    const first = server.conversation('c');
    for (const live of tabs) live.open('c', first);
    const held: (() => void)[] = [];
    let said = 0;
    for (let step = 0; step < 60; step++) {
      const roll = random();
      if (roll < 0.3) tabs[Math.floor(random() * 2)]?.say({ conversation: 'c', body: `mine ${++said}` });
      else if (roll < 0.5) server.publish('c', `theirs ${step}`);
      else if (roll < 0.6) server.loseUpdates += 1;
      else if (roll < 0.68) server.loseAcks += 1;
      else if (roll < 0.76) [...server.sockets][Math.floor(random() * server.sockets.size)]?.cut();
      else if (roll < 0.84) server.down = !server.down;
      else if (roll < 0.92) {
        const late: ServerFrame = server.append('c', `late ${step}`);
        held.push(() => { for (const socket of server.sockets) { socket.tell(late); if (random() < 0.5) socket.tell(late); } });
      } else held.splice(Math.floor(random() * held.length), 1)[0]?.();
      await pass(Math.floor(random() * 400));
    }
    Object.assign(server, { down: false, loseAcks: 0, loseUpdates: 0 });
    await pass(70_000);
    server.heartbeat();
    await pass(1000);

    const mine = server.bodies('c').filter((body) => body?.startsWith('mine'));
    expect(mine.toSorted()).toEqual([...Array(said).keys()].map((i) => `mine ${i + 1}`).toSorted());
    for (const live of tabs) {
      expect(live.thread('c')?.entries.map((entry) => entry.body)).toEqual(server.bodies('c'));
      expect(live.outbox.all()).toEqual([]);
      live.stop();
      live.outbox.close();
    }
  });
});
