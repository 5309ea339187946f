import { applySnapshot, applyUpdate, threadOf, type Thread } from '@baton/live';
import type { Id, ServerFrame, StaffView } from '@baton/protocol';
import { expect, test } from 'vitest';
import { FakeCompany, ME } from '../dev/fake-company.ts';
import { applyEvent, isUnread } from './apply-event.ts';
import { emptyDesk, type Desk } from './desk.ts';

type Frame = ServerFrame<StaffView>;

/** What a frame does to the desk, as the live line does it: updates go through the thread that is followed. */
function hear(desk: Desk, frame: Frame): void {
  switch (frame.type) {
    case 'inbox': case 'inbox_item': case 'inbox_gone': case 'team': applyEvent(desk, frame); return;
    case 'reset': followed(desk, frame.conversation, applySnapshot(desk.threads.get(frame.conversation), frame.snapshot)); return;
    case 'update': {
      const thread = desk.threads.get(frame.conversation);
      const applied = thread && applyUpdate(thread, frame);
      if (applied?.outcome === 'applied') followed(desk, frame.conversation, applied.thread);
      return;
    }
    default:
  }
}

const followed = (desk: Desk, conversation: Id, thread: Thread<StaffView>) => applyEvent(desk, { type: 'thread', conversation, thread });

/** A few conversations in several states. */
function seededCompany(): FakeCompany {
  const company = new FakeCompany();
  for (const [id, name] of [[ME, 'Amy'], ['bo', 'Bo'], ['chen', 'Chen']] as const) company.hire({ id, name });
  for (const [i, name] of ['Lin', 'Wang', 'Zhao', 'Zhou'].entries()) {
    const id = company.open({ id: company.id(), name, identified: true }, 'g1', 'c1', 'hello', 500 - i);
    if (i > 0) company.assign(id, i === 1 ? 'bo' : ME, 'automatic', 400);
    if (i === 2) company.agentSays(id, ME, 'hello', 300);
    if (i > 1) for (let n = 0; n < 3; n++) company.customerSays(id, `line ${n}`, 200 - n);
  }
  return company;
}

function freshDesk(company: FakeCompany): Desk {
  const desk = emptyDesk();
  applyEvent(desk, { type: 'catalogue', catalogue: company.catalogue() });
  applyEvent(desk, { type: 'inbox', items: company.inbox() });
  for (const id of company.logs.keys()) followed(desk, id, threadOf(company.snapshot(id, 10_000)));
  return desk;
}

/** What is on screen, in a form that can be compared: maps by key, cursors aside (they are told by their own frames). */
function shown(desk: Desk): unknown {
  const byId = <V>(map: Map<Id, V>) => Object.fromEntries([...map].sort(([a], [b]) => a.localeCompare(b)));
  const plain = ({ cursors: _, ...view }: StaffView) => view;
  return {
    items: Object.values(byId(desk.items)).map(plain),
    threads: Object.values(byId(desk.threads)).map((thread) => ({ head: thread.head, entries: thread.entries, view: plain(thread.view) })),
    agents: byId(desk.agents),
  };
}

/** A small generator, so that a failing day can be played again. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Something that happens in a company, chosen by chance. */
function happenSomething(company: FakeCompany, chance: () => number): void {
  const ids = [...company.logs.values()].filter(({ view }) => view.state !== 'ended').map(({ view }) => view.id);
  const id = ids[Math.floor(chance() * ids.length)];
  const view = id ? company.log(id).view : undefined;
  const kind = Math.floor(chance() * 9);
  if (!id || !view || kind === 0) { company.open({ id: company.id(), name: 'Lin', identified: true }, 'g1', 'c1', 'hello'); return; }
  switch (kind) {
    case 1: company.customerSays(id, 'still there?'); return;
    case 2: if (view.agent) company.agentSays(id, view.agent, 'yes'); return;
    case 3: company.assign(id, chance() < 0.5 ? ME : 'bo'); return;
    case 4: company.happen(id, {}, [{ kind: 'note', by: { kind: 'agent', id: ME }, body: 'note' }]); return;
    case 5: company.happen(id, { nudged: true, alarms: view.alarms + 1 }, [{ kind: 'nudged' }, { kind: 'reply_alarmed' }]); return;
    case 6: company.happen(id, { state: 'queued', agent: undefined, priority: 1 }, [{ kind: 'requeued' }]); return;
    case 7: company.happen(id, { state: 'ended', agent: undefined, clocks: [], end_reason: 'confirmed' }, [{ kind: 'ended' }]); return;
    default: company.availability('bo', { load: Math.floor(chance() * 5), availability: chance() < 0.5 ? 'ready' : 'on_break' });
  }
}

test.each([1, 2, 3, 4, 5])('an old snapshot and the events since are the fresh snapshot (day %i)', (seed) => {
  const company = seededCompany();
  const desk = freshDesk(company);
  const newcomers = (frame: Frame) => {
    if (frame.type === 'inbox_item' && !desk.threads.has(frame.view.id)) hear(desk, { type: 'reset', conversation: frame.view.id, snapshot: company.snapshot(frame.view.id, 10_000) });
  };
  company.listen((frame) => { hear(desk, frame); newcomers(frame); });
  const chance = random(seed);
  for (let i = 0; i < 60; i++) {
    happenSomething(company, chance);
    if (i % 6 === 5) expect(shown(desk)).toEqual(shown(freshDesk(company)));
  }
});

test('without the events the old snapshot is not the fresh one', () => {
  const company = seededCompany();
  const desk = freshDesk(company);
  const chance = random(1);
  for (let i = 0; i < 20; i++) happenSomething(company, chance);
  expect(shown(desk)).not.toEqual(shown(freshDesk(company)));
});

test('every event twice changes nothing twice', () => {
  const company = seededCompany();
  const [once, twice] = [freshDesk(company), freshDesk(company)];
  company.listen((frame) => { hear(once, frame); hear(twice, frame); hear(twice, frame); });
  const chance = random(7);
  for (let i = 0; i < 100; i++) happenSomething(company, chance);
  expect(shown(twice)).toEqual(shown(once));
});

test('an older view changes nothing, whichever way it comes', () => {
  const company = seededCompany();
  const desk = freshDesk(company);
  const view = [...desk.items.values()].find(({ seq }) => seq > 5) as StaffView;
  const older = { ...view, seq: view.seq - 1, state: 'queued' as const };
  applyEvent(desk, { type: 'inbox_item', view: older });
  applyEvent(desk, { type: 'viewed', view: older });
  expect(desk.items.get(view.id)).toBe(view);
});

test('a conversation that is gone leaves nothing behind', () => {
  const company = seededCompany();
  const desk = freshDesk(company);
  const [id = ''] = desk.items.keys();
  applyEvent(desk, { type: 'typist', conversation: id, typist: { kind: 'customer' } });
  applyEvent(desk, { type: 'gone', conversation: id });
  expect([desk.items.has(id), desk.threads.has(id), desk.typists.has(id)]).toEqual([false, false, false]);
});

test('what I have read here is not unread, even before the server knows', () => {
  const company = seededCompany();
  const desk = freshDesk(company);
  const view = [...desk.items.values()].find(({ unread }) => unread) as StaffView;
  expect(isUnread(desk, view)).toBe(true);
  applyEvent(desk, { type: 'read', conversation: view.id, public_seq: view.public_seq });
  expect(isUnread(desk, view)).toBe(false);
  company.listen((frame) => hear(desk, frame));
  company.customerSays(view.id, 'one more');
  expect(isUnread(desk, desk.items.get(view.id) as StaffView)).toBe(true);
});
