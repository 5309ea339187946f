import type { Ack, AnyView, Cursor, Entry, Id, Instant, Snapshot } from './conversation.ts';
import type { Problem } from './problem.ts';
import type { StaffView, TeamChange } from './staff.ts';
import type { Limits } from './widget.ts';

/** Frames of docs/live-protocol.md, one JSON object each. */

export const PROTOCOL = 1;

export interface StreamPosition { conversation: Id; after?: number }

export type ClientFrame =
  | { type: 'hello'; protocol: typeof PROTOCOL; token?: string; language?: string }
  | { type: 'resume'; epoch?: string; streams: StreamPosition[] }
  | { type: 'leave'; conversation: Id }
  | { type: 'send'; conversation: Id; client_id: Id; body: string; attachments?: Id[]; n: number }
  | { type: 'typing'; conversation: Id; active: boolean; text?: string }
  | { type: 'cursor'; conversation: Id; delivered: number; read: number }
  | { type: 'watch'; all: boolean }
  | { type: 'heartbeat' };

export interface Hello { type: 'hello'; protocol: number; epoch: string; server_time: Instant; heartbeat_seconds: number; grace_seconds: number; limits: Limits }
export interface Update<V extends AnyView = AnyView> { type: 'update'; conversation: Id; entries: Entry[]; view?: V }
export interface CaughtUp<V extends AnyView = AnyView> { type: 'caught_up'; conversation: Id; head: number; view?: V }
export interface Reset<V extends AnyView = AnyView> { type: 'reset'; conversation: Id; snapshot: Snapshot<V> }
export interface TypingFrame { type: 'typing'; conversation: Id; by: { kind: 'customer' | 'agent'; id?: Id; name?: string }; active: boolean; text?: string }

export type ServerFrame<V extends AnyView = AnyView> =
  | Hello | Update<V> | CaughtUp<V> | Reset<V>
  | { type: 'gone'; conversation: Id }
  | ({ type: 'ack' } & Ack)
  | { type: 'refused'; client_id?: Id; conversation?: Id; for: string; problem: Problem }
  | { type: 'inbox'; items: StaffView[] }
  | { type: 'inbox_item'; view: StaffView }
  | { type: 'inbox_gone'; conversation: Id }
  | TypingFrame
  | { type: 'cursors'; conversation: Id; customer: Cursor; staff: Cursor; unread?: boolean }
  | { type: 'position'; conversation: Id; position: number }
  | ({ type: 'team' } & TeamChange)
  | { type: 'catalogue_changed' }
  | { type: 'heartbeat'; server_time: Instant; heads: { conversation: Id; head: number }[] };

/** Why the server closed, each with one reaction of the client. */
export const CLOSE = {
  signIn: 4001,
  revoked: 4003,
  tooSlow: 4008,
  displaced: 4009,
  goingAway: 4012,
  tooFast: 4029,
  malformed: 4400,
} as const;
