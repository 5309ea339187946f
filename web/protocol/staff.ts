import type { AnyView, Author, Clock, EntryKind, Id, Instant, Rating, State } from './conversation.ts';
import type { Limits } from './widget.ts';

export type Role = 'agent' | 'supervisor' | 'admin';
export const AVAILABILITIES = ['ready', 'not_taking', 'on_break', 'away', 'off'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export type StaffAction =
  | 'reply' | 'note' | 'pick' | 'assign' | 'transfer' | 'ask_to_end' | 'withdraw' | 'end' | 'change_category' | 'set_priority';

export interface LastWords { at: Instant; by: Author | Author['kind']; kind: EntryKind; text?: string }

/** A conversation as staff see it; `may` is what this viewer may do now. */
export interface StaffView extends AnyView {
  id: Id;
  site: Id;
  channel: 'web';
  customer: { id: Id; name?: string; identified: boolean; language?: string };
  group: Id;
  category?: Id;
  state: State;
  silent: boolean;
  parked: boolean;
  unattended: boolean;
  overflowed: boolean;
  offered_to?: Id;
  agent?: Id;
  last_agent?: Id;
  priority: number;
  opened_at: Instant;
  waiting_since?: Instant;
  queued_since?: Instant;
  state_since: Instant;
  unanswered_since?: Instant;
  owed_since?: Instant;
  assigned_at?: Instant;
  quiet_since?: Instant;
  clocks: Clock[];
  nudged: boolean;
  alarms: number;
  reminders_sent: number;
  round: number;
  unresolved_count: number;
  end_reason?: string;
  ended_at?: Instant;
  rating?: Rating;
  follows?: Id;
  policy_version: number;
  seq: number;
  last?: LastWords;
  unread: boolean;
  position?: number;
  may: StaffAction[];
}

export interface AgentStatus { capacity: number; load: number; availability: Availability; availability_since: Instant }

/** Who is signed in. `csrf` goes into X-Baton-CSRF of every unsafe request. */
export interface Me {
  account: {
    id: Id; email: string; name: string; role: Role; advisor: boolean;
    language?: string; must_change_password: boolean; preferences: Record<string, unknown>;
  };
  agent: AgentStatus;
  groups: Id[];
  csrf: string;
  server_time: Instant;
}

export interface Names { zh?: string; en?: string; [language: string]: string | undefined }

export interface CatalogueAgent {
  id: Id; name: string; role: Role; advisor: boolean;
  availability: Availability; load: number; capacity: number; groups: Id[]; connected: boolean;
}
export interface CannedReply { id: Id; shortcut: string; title: string; body: string; language?: string; scope: string }
export interface Reason { code: string; names: Names }

export interface Catalogue {
  groups: { id: Id; names: Names; enabled: boolean }[];
  categories: { id: Id; names: Names; group: Id; enabled: boolean }[];
  agents: CatalogueAgent[];
  close_reasons: Reason[];
  transfer_reasons: Reason[];
  canned_replies: CannedReply[];
  sites: { id: Id; name: string }[];
  limits: Limits;
}

export interface ConversationsPage { items: StaffView[]; next?: string }

export interface CustomerCard {
  id: Id; site: Id; external_id?: string; name?: string; email?: string; attributes?: Record<string, unknown>;
  created_at: Instant; last_seen_at?: Instant; page?: string; device?: string; language?: string; conversations: StaffView[];
}

/** A change of one colleague, as told live. */
export interface TeamChange { agent: Id; availability: Availability; load: number; capacity: number; connected: boolean }
