/** What customers and staff share: states, entries, attachments, snapshots. Times are ISO-8601 UTC with milliseconds. */

export type Id = string;
export type Instant = string;

export const STATES = ['queued', 'awaiting_agent', 'awaiting_customer', 'awaiting_confirmation', 'ended', 'system_ended'] as const;
export type State = (typeof STATES)[number];

/** Whether nobody owes a move any more. */
export const isOver = (state: State): boolean => state === 'ended' || state === 'system_ended';

export type ClockName =
  | 'queue_alarm' | 'overflow' | 'queue_timeout' | 'offer_timeout'
  | 'reply_nudge' | 'reply_alarm' | 'reply_reassign' | 'presence_grace' | 'shift_end'
  | 'silent_after' | 'reminder' | 'system_end'
  | 'confirmation_timeout' | 'reopen_window' | 'rating_window';

/** A clock that runs now and when it is due. */
export interface Clock { clock: ClockName; due: Instant }

export type EntryKind =
  | 'message' | 'note' | 'started' | 'assigned' | 'offered' | 'offer_ended' | 'category_changed' | 'overflowed' | 'queue_alarmed'
  | 'parked' | 'unparked' | 'priority_changed' | 'transferred' | 'requeued' | 'unattended' | 'nudged' | 'reply_alarmed' | 'silenced'
  | 'reminded' | 'asked_to_end' | 'withdrawn' | 'unresolved' | 'ended' | 'reopened' | 'rated';

export interface Author { kind: 'customer' | 'agent' | 'system'; id?: Id; name?: string }

export interface Attachment { id: Id; name: string; type: string; size: number; width?: number; height?: number }

/** What an entry of a kind carries beside its words; kinds that are not listed carry nothing. */
export interface EntryData {
  started: { group: Id; category?: Id };
  assigned: { agent: Id; agent_name: string; how: 'automatic' | 'pick' | 'offer' | 'transfer' | 'supervisor' | 'return'; by?: Id };
  transferred: { to_agent?: Id; to_agent_name?: string; to_group?: Id; reason?: string; note?: string };
  requeued: { why?: string; excluded?: Id };
  reminded: { n: number; text?: string };
  asked_to_end: { summary?: string };
  unresolved: { reason?: string; text?: string };
  ended: { state: State; reason: string; by_clock?: ClockName };
  reopened: { gap_seconds: number };
  rated: { score: number; comment?: string; round: number };
  category_changed: { category: Id; group: Id };
  priority_changed: { priority: number };
  offered: { agent: Id };
  offer_ended: { agent: Id; why: string };
}

/** One line of a conversation's log. `seq` is for staff only; `public_seq` is absent on entries that customers never see. */
export interface Entry {
  seq?: number;
  public_seq?: number;
  at: Instant;
  kind: EntryKind;
  by: Author;
  body?: string;
  attachments?: Attachment[];
  data?: Record<string, unknown>;
  client_id?: Id;
}

/** The data of an entry of this kind, typed; an empty object where the server sent none. */
export function dataOf<K extends keyof EntryData>(entry: Entry, _kind: K): Partial<EntryData[K]> {
  return (entry.data ?? {}) as Partial<EntryData[K]>;
}

/** How far a party has received and read, in `public_seq`. */
export interface Cursor { delivered: number; read: number }
export interface Cursors { customer: Cursor; staff: Cursor }

export interface Rating { score: number; comment?: string; round: number }

/** What every view of a conversation has, whoever looks. */
export interface AnyView { id: Id; state: State; seq?: number; public_seq: number; cursors: Cursors; unread?: boolean }

/** The last entries of a conversation, ascending, and whether there are earlier ones. */
export interface Snapshot<V extends AnyView = AnyView> { view: V; entries: Entry[]; earlier: boolean }

export interface EntriesPage { entries: Entry[]; earlier: boolean; later: boolean }

/** A stored message: its place in the one order that everybody sees. */
export interface Ack {
  client_id: Id;
  conversation: Id;
  seq?: number;
  public_seq: number;
  at: Instant;
  duplicate?: boolean;
}
