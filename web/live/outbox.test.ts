import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from './outbox.ts';
import { FakeServer } from './testing/fake-server.ts';
import { locks, online, pass, storage, tab } from './testing/bench.ts';

let server: FakeServer;
beforeEach(() => { vi.useFakeTimers(); server = new FakeServer(); server.conversation('c'); });
afterEach(() => vi.useRealTimers());

const states = (live: ReturnType<typeof tab>) => live.outbox.items('c').map((item) => item.state);

describe('the outbox', () => {
  it('sends, shows sent on the ack, and lets go when the thread has the words', async () => {
    const live = await online(tab(server));
    live.open('c', server.snapshot('c'));
    server.loseUpdates = 1;
    live.say({ conversation: 'c', body: 'hello' });
    expect(states(live)).toEqual(['pending']);
    await pass(1);
    expect(states(live)).toEqual(['sent']);
    server.heartbeat();
    await pass(300);
    expect(states(live)).toEqual([]);
    expect(live.thread('c')?.entries.map((entry) => entry.body)).toEqual(['hello']);
    live.stop();
  });

  it('repeats after a lost ack, and the words are there once', async () => {
    const live = await online(tab(server));
    live.open('c', server.snapshot('c'));
    server.loseAcks = 1;
    server.loseUpdates = 1;
    live.say({ conversation: 'c', body: 'hello' });
    await pass(11_000);
    server.heartbeat();
    await pass(300);
    expect(server.last.of('send')).toHaveLength(2);
    expect(server.bodies('c')).toEqual(['hello']);
    expect(live.outbox.all()).toHaveLength(0);
    live.stop();
  });

  it('finds out after a reconnect what became of words in flight', async () => {
    const live = await online(tab(server));
    live.open('c', server.snapshot('c'));
    server.loseAcks = 1;
    live.say({ conversation: 'c', body: 'hello' });
    server.last.cut();
    await pass(2000);
    expect(server.bodies('c')).toEqual(['hello']);
    expect(live.outbox.all()).toHaveLength(0);
    live.stop();
  });

  it('keeps words written offline and sends them in the order of writing', async () => {
    server.down = true;
    const live = tab(server);
    live.connect();
    for (const body of ['one', 'two', 'three']) live.say({ conversation: 'c', body });
    await pass(5000);
    expect(states(live)).toEqual(['pending', 'pending', 'pending']);
    server.down = false;
    await pass(31_000);
    expect(server.bodies('c')).toEqual(['one', 'two', 'three']);
    live.stop();
  });

  it('survives a reload, also one between the send and its ack', async () => {
    const kept = storage();
    const before = await online(tab(server, { storage: kept }));
    server.loseAcks = 1;
    before.say({ conversation: 'c', body: 'one' });
    before.say({ conversation: 'c', body: 'two' });
    before.stop();
    const after = tab(server, { storage: kept });
    expect(after.outbox.items('c').map((item) => item.body)).toEqual(['one', 'two']);
    await online(after);
    await pass(100);
    expect(server.bodies('c')).toEqual(['one', 'two']);
    expect(kept.length).toBe(0);
    after.stop();
  });

  it('never doubles with two tabs, locks or not', async () => {
    for (const shared of [locks(), undefined]) {
      server.conversation('c');
      const kept = storage();
      const [a, b] = [await online(tab(server, { storage: kept, locks: shared })), await online(tab(server, { storage: kept, locks: shared }))];
      for (let i = 0; i < 10; i++) { a.say({ conversation: 'c', body: `a${i}` }); b.say({ conversation: 'c', body: `b${i}` }); }
      await pass(40_000);
      expect(server.bodies('c').toSorted()).toEqual([...Array(10).keys()].flatMap((i) => [`a${i}`, `b${i}`]).toSorted());
      expect(server.bodies('c').filter((body) => body?.startsWith('a'))).toEqual([...Array(10).keys()].map((i) => `a${i}`));
      for (const live of [a, b]) { expect(live.outbox.all()).toEqual([]); live.stop(); live.outbox.close(); }
    }
  });

  it('is taken over by the other tab when the writing tab closes', async () => {
    const kept = storage();
    const shared = locks();
    const b = await online(tab(server, { storage: kept, locks: shared }));
    // This one never connects: it was closed too soon.
    const a = tab(server, { storage: kept, locks: shared });
    a.say({ conversation: 'c', body: 'from the closed tab' });
    await pass(100);
    expect(server.bodies('c')).toEqual(['from the closed tab']);
    b.stop();
  });

  it('shows a refusal as failed, lets the next words pass, and tries again when told to', async () => {
    const live = await online(tab(server));
    server.refuseWith = { code: 'invalid', title: 'Too long', status: 422 };
    const id = live.say({ conversation: 'c', body: 'long' });
    await pass(10);
    expect(live.outbox.items('c')).toMatchObject([{ state: 'failed', problem: { code: 'invalid' } }]);
    server.refuseWith = null;
    live.say({ conversation: 'c', body: 'next' });
    await pass(10);
    expect(server.bodies('c')).toEqual(['next']);
    live.outbox.retry(id);
    await pass(10);
    expect(server.bodies('c')).toEqual(['next', 'long']);
    live.stop();
  });

  it('waits as long as the server asks when it is overloaded, and loses nothing', async () => {
    const live = await online(tab(server));
    server.refuseWith = { code: 'too_many_requests', title: 'Slow down', status: 429, params: { retry_after_seconds: 8 } };
    live.say({ conversation: 'c', body: 'patience' });
    await pass(7000);
    expect(server.last.of('send')).toHaveLength(1);
    server.refuseWith = null;
    await pass(1500);
    expect(server.bodies('c')).toEqual(['patience']);
    live.stop();
  });

  it('renames words whose id the server knows with other words', async () => {
    const live = await online(tab(server));
    server.refuseWith = { code: 'idempotency_conflict', title: 'Conflict', status: 409 };
    const id = live.say({ conversation: 'c', body: 'other words' });
    await pass(10);
    server.refuseWith = null;
    live.outbox.retry(id);
    await pass(10);
    expect(server.bodies('c')).toEqual(['other words']);
    expect(server.last.of('send').at(-1)?.client_id).not.toBe(id);
    live.stop();
  });

  it('gives up words that make the server hang up, so that the others get through', async () => {
    const live = await online(tab(server));
    server.poison = 'poison';
    live.say({ conversation: 'c', body: 'poison' });
    live.say({ conversation: 'c', body: 'fine' });
    await pass(60_000);
    expect(server.bodies('c')).toEqual(['fine']);
    expect(states(live)).toEqual(['failed']);
    live.stop();
  });

  it('starts a conversation with the first words, and what was typed meanwhile follows into it', async () => {
    let answer: (outcome: Outcome) => void = () => undefined;
    const start = vi.fn(() => new Promise<Outcome>((resolve) => { answer = resolve; }));
    const live = await online(tab(server, { start }));
    const moved: unknown[] = [];
    live.on('moved', ({ from, ack }) => moved.push([from, ack.conversation]));
    const id = live.say({ conversation: null, body: 'first' });
    live.say({ conversation: null, body: 'second' });
    answer({ is: 'acked', ack: { client_id: id, conversation: 'c', public_seq: 1, at: '' } });
    await pass(100);
    expect(start).toHaveBeenCalledTimes(1);
    expect(moved).toEqual([[null, 'c']]);
    expect(server.bodies('c')).toEqual(['second']);
    live.stop();
  });

  it('says so when nothing can be kept, and still sends', async () => {
    const full = { ...storage(), setItem: () => { throw new Error('QuotaExceededError'); } };
    const live = await online(tab(server, { storage: full }));
    live.say({ conversation: 'c', body: 'hello' });
    expect(live.outbox.kept).toBe(false);
    await pass(10);
    expect(server.bodies('c')).toEqual(['hello']);
    live.stop();
  });

  it('skips what is no item in storage', () => {
    const kept = storage();
    kept.setItem('baton.outbox.demo.lin.x', '{"broken":');
    kept.setItem('baton.outbox.demo.lin.y', '{"client_id":5}');
    expect(tab(server, { storage: kept }).outbox.all()).toEqual([]);
  });
});
