import type { Thread, Typist } from '@baton/live';
import type { Catalogue, Id, ServerFrame, StaffView } from '@baton/protocol';
import type { Desk } from './desk.ts';

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame<StaffView>, { type: T }>;

/** Everything that can happen to the desk: live frames, and what REST answered. */
export type DeskEvent =
  | FrameOf<'inbox'> | FrameOf<'inbox_item'> | FrameOf<'inbox_gone'> | FrameOf<'team'>
  | { type: 'thread'; conversation: Id; thread: Thread<StaffView> }
  | { type: 'gone'; conversation: Id }
  | { type: 'typist'; conversation: Id; typist: Typist | null }
  | { type: 'viewed'; view: StaffView }
  | { type: 'read'; conversation: Id; public_seq: number }
  | { type: 'catalogue'; catalogue: Catalogue };

/**
 * The one place where the desk changes. Idempotent, and deaf to old news: a view with a lower `seq` than the one held
 * changes nothing, so that REST and socket may tell the same in any order.
 */
export function applyEvent(desk: Desk, event: DeskEvent): void {
  switch (event.type) {
    case 'inbox': replaceItems(desk, event.items); return;
    case 'inbox_item': putItem(desk, event.view); return;
    case 'inbox_gone': desk.items.delete(event.conversation); return;
    case 'team': changeAgent(desk, event); return;
    case 'thread': putThread(desk, event.conversation, event.thread); return;
    case 'gone': forget(desk, event.conversation); return;
    case 'typist': setOrDelete(desk.typists, event.conversation, event.typist); return;
    case 'viewed': if (desk.items.has(event.view.id)) putItem(desk, event.view); return;
    case 'read': desk.read.set(event.conversation, Math.max(event.public_seq, desk.read.get(event.conversation) ?? 0)); return;
    case 'catalogue': replaceCatalogue(desk, event.catalogue);
  }
}

function replaceItems(desk: Desk, items: readonly StaffView[]): void {
  const now = new Set(items.map((view) => view.id));
  for (const id of [...desk.items.keys()]) if (!now.has(id)) desk.items.delete(id);
  for (const view of items) putItem(desk, view);
  desk.loaded = true;
}

function putItem(desk: Desk, view: StaffView): void {
  const held = desk.items.get(view.id);
  if (!held || held.seq <= view.seq) desk.items.set(view.id, view);
}

function putThread(desk: Desk, conversation: Id, thread: Thread<StaffView>): void {
  desk.threads.set(conversation, thread);
  const item = desk.items.get(conversation);
  if (item && item.seq < thread.view.seq) desk.items.set(conversation, thread.view);
}

function forget(desk: Desk, conversation: Id): void {
  desk.items.delete(conversation);
  desk.threads.delete(conversation);
  desk.typists.delete(conversation);
}

function changeAgent(desk: Desk, change: FrameOf<'team'>): void {
  const agent = desk.agents.get(change.agent);
  if (!agent) return;
  const { availability, load, capacity, connected, missed_offers, shift_ends_at, availability_since, availability_reason } = change;
  const now = { ...agent, availability, load, capacity, connected, missed_offers, availability_since };
  delete now.shift_ends_at;
  delete now.availability_reason;
  desk.agents.set(change.agent, { ...now, ...(shift_ends_at ? { shift_ends_at } : {}), ...(availability_reason ? { availability_reason } : {}) });
}

function replaceCatalogue(desk: Desk, catalogue: Catalogue): void {
  desk.catalogue = catalogue;
  desk.agents.clear();
  for (const agent of catalogue.agents) desk.agents.set(agent.id, agent);
}

function setOrDelete<V>(map: Map<Id, V>, id: Id, value: V | null): void {
  if (value === null) map.delete(id);
  else map.set(id, value);
}

/** Whether there are words of the customer that this person has not seen. */
export function isUnread(desk: Desk, view: StaffView): boolean {
  return view.unread && view.public_seq > (desk.read.get(view.id) ?? 0);
}
