import type { OutboxItem } from '@baton/live';
import type { Author, Entry, Id } from '@baton/protocol';
import type { Unsent } from '../store/line.ts';

/** A message on screen: stored, or still on its way. */
export type Shown = { key: string; at: number; entry: Entry; unsent?: undefined } | { key: string; at: number; unsent: Unsent; entry?: undefined };

/** What a conversation looks like from above: blocks, one below the other. */
export type Block =
  | { is: 'day'; key: string; at: number }
  | { is: 'unread'; key: string }
  | { is: 'words'; key: string; side: 'customer' | 'us'; by: Author; mine: boolean; at: number; shown: Shown[] }
  | { is: 'note'; key: string; by: Author; mine: boolean; at: number; shown: Shown }
  | { is: 'system'; key: string; at: number; entry: Entry };

export interface TimelineInput {
  entries: readonly Entry[];
  unsent: readonly Unsent[];
  me: Id;
  myName: string;
  /** The `public_seq` that was read when the conversation was opened; null shows no unread line. */
  readUpTo: number | null;
}

/** Messages of one author within this time stand together. */
const TOGETHER_MILLIS = 60_000;

const dayOf = (at: number): string => new Date(at).toDateString();
/** An entry keeps the key it had on its way, so that it does not blink when it is stored. */
const keyOf = (entry: Entry): string => entry.client_id ?? `e${entry.seq ?? entry.public_seq}`;
const itemOf = (unsent: Unsent): OutboxItem => unsent.item;

/** Cuts a log into what people read: days, the unread line, words by author and minute, notes, system lines. */
export function timelineOf(input: TimelineInput): Block[] {
  const blocks: Block[] = [];
  let unreadShown = false;
  const stored = new Set(input.entries.map((entry) => entry.client_id));
  for (const entry of input.entries) {
    const at = Date.parse(entry.at);
    addDay(blocks, at);
    if (!unreadShown && isNews(entry, input.readUpTo)) {
      unreadShown = true;
      blocks.push({ is: 'unread', key: 'unread' });
    }
    addEntry(blocks, entry, at, input.me);
  }
  for (const unsent of input.unsent) if (!stored.has(itemOf(unsent).client_id)) addUnsent(blocks, unsent, input);
  return blocks;
}

const isNews = (entry: Entry, readUpTo: number | null): boolean =>
  readUpTo !== null && entry.kind === 'message' && entry.by.kind === 'customer' && (entry.public_seq ?? 0) > readUpTo;

function addDay(blocks: Block[], at: number): void {
  const last = blocks.findLast((block) => block.is !== 'unread');
  const lastAt = last && 'at' in last ? last.at : null;
  if (lastAt === null || dayOf(lastAt) !== dayOf(at)) blocks.push({ is: 'day', key: `day ${dayOf(at)}`, at });
}

function addEntry(blocks: Block[], entry: Entry, at: number, me: Id): void {
  const key = keyOf(entry);
  const mine = entry.by.kind === 'agent' && entry.by.id === me;
  switch (entry.kind) {
    case 'message': addWords(blocks, { key, at, entry }, entry.by, mine); return;
    case 'note': blocks.push({ is: 'note', key, by: entry.by, mine, at, shown: { key, at, entry } }); return;
    default: blocks.push({ is: 'system', key, at, entry });
  }
}

function addWords(blocks: Block[], shown: Shown, by: Author, mine: boolean): void {
  const last = blocks.at(-1);
  const lastAt = last?.is === 'words' ? last.shown.at(-1)?.at ?? 0 : 0;
  if (last?.is === 'words' && last.by.kind === by.kind && last.by.id === by.id && shown.at - lastAt < TOGETHER_MILLIS) {
    last.shown.push(shown);
    return;
  }
  blocks.push({ is: 'words', key: shown.key, side: by.kind === 'customer' ? 'customer' : 'us', by, mine, at: shown.at, shown: [shown] });
}

function addUnsent(blocks: Block[], unsent: Unsent, { me, myName }: TimelineInput): void {
  const { client_id: key, at } = itemOf(unsent);
  const by: Author = { kind: 'agent', id: me, name: myName };
  addDay(blocks, at);
  if (unsent.note) blocks.push({ is: 'note', key, by, mine: true, at, shown: { key, at, unsent } });
  else addWords(blocks, { key, at, unsent }, by, true);
}
