import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer } from './testing/fake-server.ts';
import { online, pass, tab } from './testing/bench.ts';

let server: FakeServer;
beforeEach(() => { vi.useFakeTimers(); server = new FakeServer(); });
afterEach(() => vi.useRealTimers());

const bodies = (live: ReturnType<typeof tab>) => live.thread('c')?.entries.map((entry) => entry.body);

describe('a followed conversation', () => {
  it('shows what is published, once, in order', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    server.publish('c', 'one');
    server.publish('c', 'two');
    expect(bodies(live)).toEqual(['one', 'two']);
    live.stop();
  });

  it('ignores duplicates', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    const update = server.append('c', 'one');
    server.last.tell(update);
    server.last.tell(update);
    expect(bodies(live)).toEqual(['one']);
    live.stop();
  });

  it('puts reordered updates in order without asking, when the hole closes within 250 ms', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    const asked = server.last.of('resume').length;
    const [one, two, three] = [server.append('c', 'one'), server.append('c', 'two'), server.append('c', 'three')];
    for (const update of [three, two]) server.last.tell(update);
    await pass(200);
    server.last.tell(one);
    expect(bodies(live)).toEqual(['one', 'two', 'three']);
    await pass(1000);
    expect(server.last.of('resume')).toHaveLength(asked);
    live.stop();
  });

  it('resumes from its head when a hole stays open for 250 ms', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    server.append('c', 'lost');
    server.publish('c', 'seen');
    expect(bodies(live)).toEqual([]);
    await pass(260);
    expect(server.last.of('resume').at(-1)?.streams).toEqual([{ conversation: 'c', after: 0 }]);
    expect(bodies(live)).toEqual(['lost', 'seen']);
    live.stop();
  });

  it('finds a silent loss by the heads of the next heartbeat', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    server.append('c', 'nobody was told');
    server.heartbeat();
    await pass(260);
    expect(bodies(live)).toEqual(['nobody was told']);
    live.stop();
  });

  it('starts over on a reset: too far behind, or position unknown', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    server.last.cut();
    for (let i = 1; i <= 1200; i++) server.append('c', `words ${i}`);
    await pass(2000);
    expect(live.thread('c')).toMatchObject({ head: 1200, earlier: true });
    expect(bodies(live)).toHaveLength(50);
    server.conversation('d');
    live.open('d');
    expect(live.thread('d')?.head).toBe(0);
    live.stop();
  });

  it('resumes everything after a reconnect, with the epoch, and stays right under another epoch', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    live.open('d', server.conversation('d'));
    server.publish('c', 'one');
    server.last.cut();
    server.append('c', 'meanwhile');
    server.epoch = 'e2';
    await pass(1000);
    expect(server.last.of('resume')[0]).toMatchObject({ epoch: 'e2', streams: [{ conversation: 'c', after: 1 }, { conversation: 'd', after: 0 }] });
    expect(bodies(live)).toEqual(['one', 'meanwhile']);
    live.stop();
  });

  it('resumes very many in several frames', async () => {
    const live = await online(tab(server));
    for (let i = 0; i < 250; i++) live.open(`c${i}`, server.conversation(`c${i}`));
    server.last.cut();
    await pass(1000);
    expect(server.last.of('resume').map((frame) => frame.streams.length)).toEqual([100, 100, 50]);
    live.stop();
  });

  it('tells the page what is fresh, so that it can ring once: not the first snapshot, not repeats', async () => {
    const live = await online(tab(server));
    const heard: (string | undefined)[] = [];
    live.on('thread', ({ fresh }) => heard.push(...fresh.map((entry) => entry.body)));
    server.conversation('c');
    server.append('c', 'old');
    live.open('c', server.snapshot('c'));
    server.publish('c', 'new');
    server.last.tell({ type: 'reset', conversation: 'c', snapshot: server.snapshot('c') });
    expect(heard).toEqual(['new']);
    live.stop();
  });

  it('is forgotten when it is gone or left', async () => {
    const live = await online(tab(server));
    const gone: string[] = [];
    live.on('gone', ({ conversation }) => gone.push(conversation));
    live.open('nobody-knows');
    expect(gone).toEqual(['nobody-knows']);
    live.open('c', server.conversation('c'));
    live.leave('c');
    server.publish('c', 'unheard');
    expect(live.thread('c')).toBeUndefined();
    expect(server.last.of('leave')).toHaveLength(1);
    live.stop();
  });
});

describe('cursors and typing', () => {
  it('tells cursors at most once a second, the last value, only forwards', async () => {
    const live = await online(tab(server));
    server.conversation('c');
    for (let n = 1; n <= 20; n++) live.read('c', n);
    live.read('c', 3);
    await pass(999);
    expect(server.last.of('cursor')).toHaveLength(1);
    await pass(10);
    expect(server.last.of('cursor').map((frame) => frame.read)).toEqual([1, 20]);
    await pass(5000);
    expect(server.last.of('cursor')).toHaveLength(2);
    live.stop();
  });

  it('counts what arrived as delivered, and tells again after a reconnect', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    server.publish('c', 'one');
    expect(server.last.of('cursor')).toMatchObject([{ delivered: 1, read: 0 }]);
    await pass(1500);
    server.last.cut();
    await pass(2000);
    expect(server.last.of('cursor')).toMatchObject([{ delivered: 1, read: 0 }]);
    live.stop();
  });

  it('tells typing at once, then every 3 s, and its end after 5 s of rest', async () => {
    const live = await online(tab(server));
    for (let i = 0; i < 40; i++) { live.typed('c'); await pass(100); }
    expect(server.last.of('typing').map((frame) => frame.active)).toEqual([true, true]);
    await pass(5000);
    expect(server.last.of('typing').map((frame) => frame.active)).toEqual([true, true, false]);
    live.stop();
  });

  it('forgets who was typing after 8 s of silence, and at once when their words arrive', async () => {
    const live = await online(tab(server));
    live.open('c', server.conversation('c'));
    const typing = { type: 'typing', conversation: 'c', by: { kind: 'agent', name: 'Amy' }, active: true } as const;
    server.last.tell(typing);
    expect(live.typist('c')).toMatchObject({ name: 'Amy' });
    await pass(8100);
    expect(live.typist('c')).toBeNull();
    server.last.tell(typing);
    server.publish('c', 'here I am');
    expect(live.typist('c')).toBeNull();
    live.stop();
  });
});
