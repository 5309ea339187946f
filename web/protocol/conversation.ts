import type { Schemas } from './schemas.ts';

/** What customers and staff share: states, entries, attachments, snapshots. Times are ISO-8601 UTC with milliseconds. */

export type Id = string;
export type Instant = string;

export type State = Schemas['State'];
export const STATES: readonly State[] = ['queued', 'awaiting_agent', 'awaiting_customer', 'awaiting_confirmation', 'ended', 'system_ended'];

/** Whether nobody owes a move any more. */
export const isOver = (state: State): boolean => state === 'ended' || state === 'system_ended';

export type ClockName = Schemas['Clock'];

/** A clock that runs now and when it is due. */
export type Clock = Omit<Schemas['ClockView'], 'clock'> & { clock: ClockName };

export type EntryKind =
  | 'message' | 'note' | 'started' | 'assigned' | 'offered' | 'offer_ended' | 'category_changed' | 'overflowed' | 'queue_alarmed'
  | 'parked' | 'unparked' | 'priority_changed' | 'transfer_offered' | 'transferred' | 'requeued' | 'unattended' | 'nudged' | 'reply_alarmed' | 'silenced'
  | 'reminded' | 'asked_to_end' | 'withdrawn' | 'unresolved' | 'ended' | 'reopened' | 'rated';

export interface Author { kind: 'customer' | 'agent' | 'system'; id?: Id; name?: string }

export type Attachment = Required<Omit<Schemas['Attachment'], 'width' | 'height'>> & Pick<Schemas['Attachment'], 'width' | 'height'>;

/** What an entry of a kind carries beside its words; kinds that are not listed carry nothing. */
export interface EntryData {
  started: { group: Id; group_name?: string; category?: Id; category_name?: string };
  assigned: { agent: Id; agent_name: string; how: 'automatic' | 'pick' | 'offer' | 'supervisor' | 'return'; by?: Id; why?: Schemas['Why'] };
  transfer_offered: { agent: Id; agent_name?: string; group: Id; group_name?: string; reason: string; note?: string; hand_over: boolean };
  transferred: { to_agent?: Id; to_agent_name?: string; to_group?: Id; to_group_name?: string; from_agent?: Id; from_agent_name?: string; reason?: string; note?: string; hand_over?: boolean };
  requeued: { why?: string; excluded?: Id };
  reminded: { n: number; text?: string };
  asked_to_end: { summary?: string };
  unresolved: { reason?: string; text?: string };
  ended: { state: State; reason: string; by_clock?: ClockName };
  reopened: { gap_seconds: number };
  rated: { score: number; comment?: string; round: number };
  category_changed: { category: Id; category_name?: string; group: Id; group_name?: string };
  priority_changed: { priority: number };
  offered: { agent: Id; why?: Schemas['Why'] };
  offer_ended: { agent: Id; why: string; reason?: string };
}

/** One line of a conversation's log. `seq` is for staff only; `public_seq` is absent on entries that customers never see. */
export type Entry = Omit<Schemas['EntryView'], 'kind' | 'by' | 'attachments'> & { kind: EntryKind; by: Author; attachments?: Attachment[] };

/** The data of an entry of this kind, typed; an empty object where the server sent none. */
export function dataOf<K extends keyof EntryData>(entry: Entry, _kind: K): Partial<EntryData[K]> {
  return (entry.data ?? {}) as Partial<EntryData[K]>;
}

/** How far a party has received and read, in `public_seq`. */
export type Cursors = Schemas['CursorsView'];
export type Cursor = Cursors['customer'];

export type Rating = Schemas['RatingView'];

/** What every view of a conversation has, whoever looks. */
export interface AnyView { id: Id; state: State; seq?: number; public_seq: number; cursors: Cursors; unread?: boolean }

/** The last entries of a conversation, ascending, and whether there are earlier ones. */
export interface Snapshot<V extends AnyView = AnyView> { view: V; entries: Entry[]; earlier: boolean }

export type EntriesPage = Omit<Schemas['EntriesPage'], 'entries'> & { entries: Entry[] };

/** A stored message: its place in the one order that everybody sees. */
export type Ack = Omit<Schemas['AckView'], 'public_seq'> & { public_seq: number };
