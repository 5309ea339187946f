import type { Attachment, Id } from '@baton/protocol';
import { shallowReactive } from 'vue';
import { recall, remember } from './storage.ts';

export type Mode = 'reply' | 'note';

/** What is written but not sent, for one conversation. Kept on this machine until it is sent. */
export interface Draft { text: string; note: string; mode: Mode; files: Attachment[] }

const EMPTY: Draft = { text: '', note: '', mode: 'reply', files: [] };
const KEEP_DAYS = 30;

const drafts = shallowReactive(new Map<Id, Draft>());
let scope = '';

const keyOf = (conversation: Id): string => `baton.draft.${scope}.${conversation}`;

/** Whose drafts: each account has its own. */
export function startDrafts(account: Id): void {
  if (scope !== account) drafts.clear();
  scope = account;
  dropOld();
}

export function draftOf(conversation: Id): Draft {
  const held = drafts.get(conversation);
  if (held) return held;
  const { text, note, mode, files } = { ...EMPTY, ...recall<Partial<Draft>>(keyOf(conversation), {}) };
  const draft = { text, note, mode, files };
  drafts.set(conversation, draft);
  return draft;
}

export function writeDraft(conversation: Id, change: Partial<Draft>): void {
  const draft = { ...draftOf(conversation), ...change };
  drafts.set(conversation, draft);
  const blank = !draft.text && !draft.note && draft.mode === 'reply' && draft.files.length === 0;
  remember(keyOf(conversation), blank ? null : { ...draft, at: Date.now() });
}

/** Whether words wait to be sent: the list marks it. */
export const hasDraft = (conversation: Id): boolean => {
  const { text, note } = draftOf(conversation);
  return text.trim() !== '' || note.trim() !== '';
};

function dropOld(): void {
  try {
    const oldest = Date.now() - KEEP_DAYS * 86_400_000;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('baton.draft.') && recall<{ at?: number }>(key, {}).at !== undefined && (recall<{ at?: number }>(key, {}).at ?? 0) < oldest) localStorage.removeItem(key);
    }
  } catch { /* refused storage holds nothing */ }
}
