import type { Attachment, CustomerView, Entry, Id, Problem } from '@baton/protocol';
import type { OutboxItem, Thread } from '@baton/live';

export type Mark = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

export interface WordsLine {
  is: 'words';
  /** Stays the same from the moment the user sends until it is stored and shown: nothing blinks. */
  key: string;
  mine: boolean;
  name?: string;
  at: number;
  body: string;
  attachments: readonly Attachment[];
  /** First and last of a group by one author within a short time. */
  first: boolean;
  last: boolean;
  mark?: Mark;
  clientId?: Id;
  problem?: Problem;
}

export type Line =
  | { is: 'day'; key: string; at: number }
  | { is: 'unread'; key: string }
  | { is: 'border'; key: string }
  | { is: 'event'; key: string; at: number; entry: Entry }
  | WordsLine;

/** Words of one author this close together are one group. */
const GROUP_MILLIS = 120_000;

type Shown = Exclude<Line, { is: 'day' | 'unread' | 'border' }>;

/**
 * What is on screen, top to bottom: the threads (oldest conversation first), then words on their way, with a border
 * between conversations, a line per day, and one before the first word that was unread when the window was opened.
 */
export function linesOf(threads: readonly Thread<CustomerView>[], onTheirWay: readonly OutboxItem[], unread: { conversation: Id; after: number } | null): Line[] {
  const lines: Line[] = [];
  let day = '';
  let unreadShown = unread === null;
  const add = (line: Shown) => {
    const itsDay = new Date(line.at).toDateString();
    if (itsDay !== day) lines.push({ is: 'day', key: `day ${line.key}`, at: line.at });
    day = itsDay;
    lines.push(line);
  };
  threads.forEach((thread, i) => {
    if (i > 0) lines.push({ is: 'border', key: `border ${thread.view.id}` });
    for (const entry of thread.entries) {
      if (!unreadShown && unread?.conversation === thread.view.id && (entry.public_seq ?? 0) > unread.after && isTheirs(entry)) {
        unreadShown = true;
        lines.push({ is: 'unread', key: 'unread' });
      }
      add(lineOf(entry, thread.view));
    }
  });
  const stored = new Set(threads.at(-1)?.entries.map((entry) => entry.client_id));
  for (const item of onTheirWay) if (!stored.has(item.client_id)) add(lineOfItem(item));
  return grouped(lines);
}

const isTheirs = (entry: Entry): boolean => entry.kind === 'message' && entry.by.kind !== 'customer';

/** Words of the other side that the customer has not read, given how far they read. */
export function unreadOf(thread: Thread<CustomerView> | undefined, readHere: number): number {
  if (!thread) return 0;
  const read = Math.max(readHere, thread.view.cursors.customer.read);
  return thread.entries.filter((entry) => isTheirs(entry) && (entry.public_seq ?? 0) > read).length;
}

function lineOf(entry: Entry, view: CustomerView): Shown {
  const at = Date.parse(entry.at);
  const key = entry.client_id ?? `${view.id}:${entry.public_seq ?? 0}`;
  const reminder = entry.kind === 'reminded' && reminderText(entry);
  if (entry.kind !== 'message' && !reminder) return { is: 'event', key, at, entry };
  const mine = entry.by.kind === 'customer';
  return {
    is: 'words', key, at, mine, name: entry.by.name, body: reminder || (entry.body ?? ''), attachments: entry.attachments ?? [],
    first: true, last: true, ...(mine ? { mark: markOf(entry, view), clientId: entry.client_id } : {}),
  };
}

const reminderText = (entry: Entry): string => entry.body ?? (typeof entry.data?.text === 'string' ? entry.data.text : '');

function markOf(entry: Entry, view: CustomerView): Mark {
  const place = entry.public_seq ?? 0;
  if (place <= view.cursors.staff.read) return 'read';
  return place <= view.cursors.staff.delivered ? 'delivered' : 'sent';
}

function lineOfItem(item: OutboxItem): Shown {
  return {
    is: 'words', key: item.client_id, at: item.at, mine: true, body: item.body, attachments: item.attachments, first: true, last: true,
    mark: item.state === 'pending' ? 'sending' : item.state, clientId: item.client_id, problem: item.problem,
  };
}

function grouped(lines: readonly Line[]): Line[] {
  const joins = (a: Line | undefined, b: Line | undefined) =>
    a?.is === 'words' && b?.is === 'words' && a.mine === b.mine && a.name === b.name && b.at - a.at < GROUP_MILLIS;
  return lines.map((line, i) => line.is !== 'words' ? line : { ...line, first: !joins(lines[i - 1], line), last: !joins(line, lines[i + 1]) });
}
