import type { Author, Clock, EntryKind, Id, Instant } from './conversation.ts';
import type { Agreed, Schemas } from './schemas.ts';
import type { Limits } from './widget.ts';

export type Role = 'agent' | 'supervisor' | 'admin';
export type Availability = Schemas['Availability'];
export const AVAILABILITIES: readonly Availability[] = ['ready', 'not_taking', 'on_break', 'away', 'off'];

export type StaffAction = Schemas['StaffAction'];

export type LastWords = Omit<Schemas['LastWords'], 'by' | 'kind'> & { by: Author | Author['kind']; kind: EntryKind };

/** A conversation as staff see it; `may` is what this viewer may do now. */
export type StaffView = Omit<Schemas['StaffView'], 'last' | 'clocks'> & { last?: LastWords; clocks: Clock[] };

export interface AgentStatus { capacity: number; load: number; availability: Availability; availability_since: Instant; availability_reason?: string }

/** Who is signed in. `csrf` goes into X-Baton-CSRF of every unsafe request. */
interface SignedIn {
  account: {
    id: Id; email: string; name: string; role: Role; advisor: boolean;
    language?: string; must_change_password: boolean; preferences: Record<string, unknown>;
  };
  agent: AgentStatus;
  groups: Id[];
  csrf: string;
  server_time: Instant;
}
export type Me = Agreed<SignedIn, Schemas['Me']>;

export interface Names { zh?: string; en?: string; [language: string]: string | undefined }

export interface CatalogueAgent {
  id: Id; name: string; role: Role; advisor: boolean;
  availability: Availability; load: number; capacity: number; groups: Id[]; connected: boolean; missed_offers: number; shift_ends_at?: Instant;
  availability_since: Instant; availability_reason?: string;
}
export interface CannedReply { id: Id; shortcut: string; title: string; body: string; language?: string; scope: string }
export interface Reason { code: string; names: Names }

interface Everything {
  groups: { id: Id; names: Names; enabled: boolean; stop_new_work_seconds: number }[];
  categories: { id: Id; names: Names; group: Id; enabled: boolean }[];
  agents: CatalogueAgent[];
  close_reasons: Reason[];
  transfer_reasons: Reason[];
  decline_reasons: Reason[];
  break_reasons: Reason[];
  canned_replies: CannedReply[];
  sites: { id: Id; name: string }[];
  limits: Limits;
}
export type Catalogue = Agreed<Everything, Schemas['Catalogue']>;

export type ConversationsPage = Omit<Schemas['ConversationsPage'], 'items'> & { items: StaffView[] };

export type CustomerCard = Omit<Schemas['CustomerCard'], 'conversations'> & { conversations: StaffView[] };

/** A change of one colleague, as told live. */
export interface TeamChange { agent: Id; availability: Availability; load: number; capacity: number; connected: boolean; missed_offers: number; shift_ends_at?: Instant; availability_since: Instant; availability_reason?: string }
