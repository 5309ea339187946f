import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoffMillis } from './backoff.ts';
import { reactionTo } from './close-reaction.ts';
import { FakeServer } from './testing/fake-server.ts';
import { online, pass, tab } from './testing/bench.ts';

let server: FakeServer;
beforeEach(() => { vi.useFakeTimers(); server = new FakeServer(); });
afterEach(() => vi.useRealTimers());

describe('the connection', () => {
  it('backs off by 0.5·2^k s ± 50 %, at most 30 s', () => {
    expect([0, 1, 2, 3].map((k) => backoffMillis(k, () => 0.5))).toEqual([500, 1000, 2000, 4000]);
    expect(backoffMillis(0, () => 0)).toBe(250);
    expect(backoffMillis(0, () => 0.999)).toBeLessThanOrEqual(750);
    expect(backoffMillis(50, () => 0.999)).toBe(30_000);
  });

  it('tries ever more rarely while the server is down, and is back when it is', async () => {
    server.down = true;
    const live = tab(server);
    live.connect();
    await pass(60_000);
    expect(server.opened.length).toBeGreaterThan(5);
    expect(server.opened.length).toBeLessThan(12);
    server.down = false;
    await pass(31_000);
    expect(live.status.is).toBe('online');
    live.stop();
  });

  it('does not hammer a server that says hello and hangs up', async () => {
    const live = tab(server);
    live.on('hello', () => setTimeout(() => server.last.cut(), 5));
    live.connect();
    await pass(60_000);
    expect(server.opened.length).toBeLessThan(12);
    live.stop();
  });

  it('gives up on a connection that opens and never says hello', async () => {
    server.mute = true;
    const live = tab(server);
    live.connect();
    await pass(11_500);
    expect(server.opened.length).toBe(2);
    live.stop();
  });

  it('notices within 35 s that nothing is heard any more', async () => {
    const live = await online(tab(server));
    server.answer = () => undefined;
    const statuses: string[] = [];
    live.on('status', (status) => statuses.push(status.is));
    await pass(35_000);
    expect(statuses[0]).toBe('waiting');
    live.stop();
  });

  it('stays while heartbeats come, and answers each', async () => {
    const live = await online(tab(server));
    for (let i = 0; i < 10; i++) { await pass(25_000); server.heartbeat(); }
    expect(server.opened).toHaveLength(1);
    expect(server.last.of('heartbeat').length).toBeGreaterThanOrEqual(10);
    live.stop();
  });

  it('does not answer the answer to its own heartbeat', async () => {
    const live = await online(tab(server));
    await pass(60_000);
    expect(server.opened).toHaveLength(1);
    expect(server.last.of('heartbeat')).toHaveLength(2);
    live.stop();
  });

  it('checks a connection after sleep, and replaces a dead one within seconds', async () => {
    const live = await online(tab(server));
    const dead = server.last;
    server.conversation('c');
    live.open('c', server.snapshot('c'));
    server.answer = () => undefined;
    vi.setSystemTime(Date.now() + 20_000);
    await pass(1000);
    expect(dead.of('resume').length).toBe(2);
    await pass(6000);
    expect(server.opened.length).toBeGreaterThan(1);
    live.stop();
  });

  it('drops the line when the machine goes offline, and does not wait when it comes back', async () => {
    const live = await online(tab(server));
    server.down = true;
    dispatchEvent(new Event('offline'));
    expect(live.status.is).toBe('waiting');
    await pass(20_000);
    server.down = false;
    dispatchEvent(new Event('online'));
    await pass(5);
    expect(live.status.is).toBe('online');
    live.stop();
  });

  it('falls back to events when WebSockets do not get through, and remembers it for a while', async () => {
    const blocked = new FakeServer();
    blocked.down = true;
    const live = tab(blocked, { eventStream: server.transport });
    live.connect();
    await pass(3000);
    expect(live.status.is).toBe('online');
    expect(blocked.opened).toHaveLength(2);
    server.last.cut();
    await pass(3000);
    expect(live.status.is).toBe('online');
    expect(blocked.opened).toHaveLength(2);
    live.stop();
  });
});

describe('close codes', () => {
  it('stop at 4001, 4003 and 4009 until something changes', async () => {
    for (const [code, status] of [[4001, 'signed_out'], [4003, 'revoked'], [4009, 'displaced']] as const) {
      const live = await online(tab(server));
      const before = server.opened.length;
      server.last.cut(code);
      await pass(120_000);
      expect(live.status.is).toBe(status);
      expect(server.opened).toHaveLength(before);
      live.connect();
      await pass(5);
      expect(live.status.is).toBe('online');
      live.stop();
    }
  });

  it('take a displaced connection back when the user returns to the page', async () => {
    const live = await online(tab(server));
    server.last.cut(4009);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(5);
    expect(live.status.is).toBe('online');
    live.stop();
  });

  it('keep the appointment that a server going away gave', async () => {
    const live = await online(tab(server));
    server.last.cut(4012, '{"reconnect_after":7.5}');
    await pass(7400);
    expect(server.opened).toHaveLength(1);
    await pass(200);
    expect(live.status.is).toBe('online');
    live.stop();
  });

  it('map to one reaction each, and nonsense reasons to a usual back-off', () => {
    expect(reactionTo(4012, 'soon')).toEqual({ then: 'retry' });
    expect(reactionTo(4012, '{"reconnect_after":1e9}')).toEqual({ then: 'retry', afterMillis: 120_000 });
    expect(reactionTo(4029, '')).toEqual({ then: 'retry', atLeastAttempt: 4 });
    expect(reactionTo(4008, '')).toEqual({ then: 'retry' });
    expect(reactionTo(1006, '')).toEqual({ then: 'retry' });
  });
});
