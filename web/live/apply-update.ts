import type { AnyView, Cursor, Cursors, EntriesPage, Entry, Snapshot, Update } from '@baton/protocol';
import { headOf, numberOf, threadOf, type Thread } from './thread.ts';

/** What applying did: `old` changed nothing, `gap` needs earlier entries first. */
export type Applied<V extends AnyView> =
  | { outcome: 'applied'; thread: Thread<V>; fresh: readonly Entry[] }
  | { outcome: 'old' }
  | { outcome: 'gap' };

/**
 * Applies one update. Idempotent: an update that was applied before, in whole or in part, changes nothing twice.
 * The one rule of order: the next entry is `head + 1`; lower ones are known, higher ones are a gap.
 */
export function applyUpdate<V extends AnyView>(thread: Thread<V>, update: Pick<Update<V>, 'entries' | 'view'>): Applied<V> {
  const fresh = update.entries.filter((entry) => numberOf(entry) > thread.head);
  if (fresh.some((entry, i) => numberOf(entry) !== thread.head + 1 + i)) return { outcome: 'gap' };
  const head = thread.head + fresh.length;
  if (fresh.length === 0) {
    if (!update.view || headOf(update.view) < head) return { outcome: 'old' };
    if (headOf(update.view) > head) return { outcome: 'gap' };
  }
  const seen = update.view ? applyView(thread, update.view) : thread;
  const entries = fresh.length ? [...thread.entries, ...fresh] : thread.entries;
  return { outcome: 'applied', thread: { ...seen, entries, head }, fresh };
}

/** The view as told by an update or by the answer of a command; an older one than the view held changes nothing. */
export function applyView<V extends AnyView>(thread: Thread<V>, view: V): Thread<V> {
  return headOf(view) < headOf(thread.view) ? thread : { ...thread, view: merged(thread.view, view) };
}

/** A fresh snapshot over what was held. Earlier entries are kept where they join it without a hole. */
export function applySnapshot<V extends AnyView>(held: Thread<V> | undefined, snapshot: Snapshot<V>): Thread<V> {
  const thread = threadOf(snapshot);
  const first = snapshot.entries[0];
  const heldFirst = held?.entries[0];
  if (!held || !first || !heldFirst) return thread;
  const joins = held.head >= numberOf(first) - 1 && numberOf(heldFirst) < numberOf(first);
  if (!joins) return thread;
  const before = held.entries.filter((entry) => numberOf(entry) < numberOf(first));
  return { ...thread, entries: [...before, ...thread.entries], earlier: held.earlier };
}

/** A page of earlier entries in front of those held; entries that are held already are not doubled. */
export function applyEarlier<V extends AnyView>(thread: Thread<V>, page: Pick<EntriesPage, 'entries' | 'earlier'>): Thread<V> {
  const first = thread.entries[0];
  const before = first ? page.entries.filter((entry) => numberOf(entry) < numberOf(first)) : page.entries;
  return { ...thread, entries: [...before, ...thread.entries], earlier: page.earlier };
}

/** How far both parties have come. Cursors only grow, whatever order the news of them arrives in. */
export function applyCursors<V extends AnyView>(thread: Thread<V>, news: Cursors & { unread?: boolean }): Thread<V> {
  const unread = news.unread === undefined ? {} : { unread: news.unread };
  return { ...thread, view: { ...thread.view, ...unread, cursors: furthest(thread.view.cursors, news) } };
}

/** A new place in the queue; meaningless, and ignored, once the conversation left it. */
export function applyPosition<V extends AnyView & { position?: number }>(thread: Thread<V>, position: number): Thread<V> {
  if (thread.view.state !== 'queued') return thread;
  return { ...thread, view: { ...thread.view, position } };
}

/** Cursors are not part of the log, so that a view may be older than what was told since. */
function merged<V extends AnyView>(held: V, news: V): V {
  return { ...news, cursors: furthest(held.cursors, news.cursors) };
}

function furthest(a: Cursors | undefined, b: Cursors | undefined): Cursors {
  const none: Cursor = { delivered: 0, read: 0 };
  const max = (x: Cursor = none, y: Cursor = none): Cursor => ({ delivered: Math.max(x.delivered, y.delivered), read: Math.max(x.read, y.read) });
  return { customer: max(a?.customer, b?.customer), staff: max(a?.staff, b?.staff) };
}
