import type { Id } from './conversation.ts';
import type { Agreed, Schemas } from './schemas.ts';

export type Named = Required<Schemas['Named']>;

/** A topic, and whether somebody is there for it now. */
export type Topic = Named & Pick<Schemas['WidgetCategory'], 'closed' | 'opens_at'>;

export type CustomerAction = Schemas['CustomerAction'];

/** A conversation as its customer sees it. Clocks: confirmation_timeout, system_end, reopen_window, rating_window only. */
export type CustomerView = Omit<Schemas['CustomerView'], 'group' | 'category' | 'agent'> & { group: Named; category?: Named; agent?: Named };

export type WidgetSessionRequest = Agreed<{ site: string; token?: string; identity?: string; language?: string; page?: string; device?: string }, Schemas['WidgetSessionRequest']>;

export interface Limits { message_characters?: number; file_bytes?: number; frame_bytes?: number; [name: string]: number | undefined }

interface Session {
  token: string;
  customer: { id: Id; name?: string; identified: boolean };
  site: { name: string; brand_color?: string; greeting?: string; language?: string };
  categories: Topic[];
  conversations: CustomerView[];
  limits: Limits;
}
export type WidgetSession = Agreed<Session, Schemas['WidgetSession']>;

export type StartRequest = Agreed<{ client_id: Id; category?: Id; body?: string; attachments?: Id[]; language?: string; page?: string }, Schemas['StartRequest']>;
