import type { StaffView } from '@baton/protocol';
import { expect, test } from 'vitest';
import { FakeCompany, ME } from '../dev/fake-company.ts';
import { mineOf, nextWaiting, openOf, queueOf, turnOf } from './lists.ts';
import { noticesOf } from './notices.ts';

function company(): FakeCompany {
  let now = Date.parse('2025-06-12T12:00:00.000Z');
  const made = new FakeCompany(() => now++);
  made.hire({ id: ME, name: 'Amy' });
  made.hire({ id: 'bo', name: 'Bo' });
  return made;
}

const customer = (name: string) => ({ id: name, name, identified: true });
const names = (views: readonly StaffView[]) => views.map((view) => view.customer.name);

test('mine begins with whoever has waited longest for me, not with whoever wrote last', () => {
  const desk = company();
  for (const [name, ago] of [['short', 20], ['longest', 300], ['middle', 100]] as const) desk.assign(desk.open(customer(name), 'g1', undefined, 'hi', ago), ME, 'automatic', ago);
  desk.customerSays([...desk.logs.keys()][1] ?? '', 'are you there?', 1);
  const answered = desk.open(customer('answered'), 'g1', undefined, 'hi', 900);
  desk.assign(answered, ME, 'automatic', 890);
  desk.agentSays(answered, ME, 'hello', 10);
  const { waiting, others } = mineOf(desk.inbox(), ME);
  expect(names(waiting)).toEqual(['longest', 'middle', 'short']);
  expect(names(others)).toEqual(['answered']);
  expect(nextWaiting({ waiting, others, folded: [] }, waiting[0]?.id)?.customer.name).toBe('middle');
});

test('silent ones fold, and come back when the customer wakes', () => {
  const desk = company();
  const id = desk.open(customer('quiet'), 'g1', undefined, 'hi', 900);
  desk.assign(id, ME);
  desk.agentSays(id, ME, 'hello');
  desk.happen(id, { silent: true }, [{ kind: 'silenced' }]);
  expect(names(mineOf(desk.inbox(), ME).folded)).toEqual(['quiet']);
  desk.customerSays(id, 'I am back');
  expect(names(mineOf(desk.inbox(), ME).waiting)).toEqual(['quiet']);
});

test('the queue is in the order in which it is served: priority, then age', () => {
  const desk = company();
  for (const [name, ago] of [['young', 5], ['old', 50], ['urgent', 1]] as const) desk.open(customer(name), 'g1', undefined, 'hi', ago);
  desk.happen([...desk.logs.keys()][2] ?? '', { priority: 1 });
  expect(names(queueOf(desk.inbox()).waiting)).toEqual(['urgent', 'old', 'young']);
});

test('a colleague\'s conversation is in all, and not in mine', () => {
  const desk = company();
  const id = desk.open(customer('theirs'), 'g1', undefined, 'hi', 5);
  desk.assign(id, 'bo');
  expect(mineOf(desk.inbox(), ME).waiting).toEqual([]);
  expect(names(openOf(desk.inbox()).waiting)).toEqual(['theirs']);
  expect(turnOf(desk.log(id).view, ME)).toBe('colleague');
});

test('each event rings for its kind, and an unchanged view never rings', () => {
  const desk = company();
  const told: string[] = [];
  const views = new Map<string, StaffView>();
  desk.listen((frame) => {
    if (frame.type !== 'inbox_item') return;
    told.push(...noticesOf(views.get(frame.view.id), frame.view, ME).map(({ kind }) => kind));
    expect(noticesOf(frame.view, frame.view, ME)).toEqual([]);
    views.set(frame.view.id, frame.view);
  });
  const id = desk.open(customer('lin'), 'g1', undefined, 'hi');
  desk.happen(id, { clocks: [], queue_alarmed: true }, [{ kind: 'queue_alarmed' }]);
  desk.assign(id, ME);
  desk.customerSays(id, 'hello?');
  desk.happen(id, { nudged: true }, [{ kind: 'nudged' }]);
  desk.agentSays(id, ME, 'here I am');
  expect(told).toEqual(['queued', 'queue_alarm', 'assigned', 'message', 'late']);
});
