import type { AnyView, Clock, Id, Instant, Rating, State } from './conversation.ts';

export interface Named { id: Id; name: string }

export type CustomerAction = 'send' | 'leave' | 'end' | 'resolve' | 'unresolve' | 'rate' | 'change_category';

/** A conversation as its customer sees it. Clocks: confirmation_timeout, system_end, reopen_window, rating_window only. */
export interface CustomerView extends AnyView {
  id: Id;
  state: State;
  parked: boolean;
  group: Named;
  category?: Named;
  agent?: Named;
  opened_at: Instant;
  state_since: Instant;
  position?: number;
  clocks: Clock[];
  round: number;
  ended_at?: Instant;
  end_reason?: string;
  rating?: Rating;
  follows?: Id;
  unread: boolean;
  may: CustomerAction[];
}

export interface WidgetSessionRequest { site: string; token?: string; identity?: string; language?: string; page?: string; device?: string }

export interface Limits { message_characters?: number; file_bytes?: number; frame_bytes?: number; [name: string]: number | undefined }

export interface WidgetSession {
  token: string;
  customer: { id: Id; name?: string; identified: boolean };
  site: { name: string; brand_color?: string; greeting?: string; language?: string };
  categories: Named[];
  conversations: CustomerView[];
  limits: Limits;
}

export interface StartRequest { client_id: Id; category?: Id; body?: string; attachments?: Id[]; language?: string; page?: string }
