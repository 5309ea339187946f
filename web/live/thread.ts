import type { AnyView, Entry, Snapshot } from '@baton/protocol';

/**
 * What a client holds of one conversation: its view, a contiguous run of entries up to `head`, and whether
 * earlier ones exist. Threads are values; every change makes a new one.
 */
export interface Thread<V extends AnyView = AnyView> {
  readonly view: V;
  readonly entries: readonly Entry[];
  readonly earlier: boolean;
  /** The number of the newest entry that is applied; 0 when there is none. */
  readonly head: number;
}

/** An entry's place in the order that this client sees: `seq` for staff, `public_seq` for customers. */
export const numberOf = (entry: Entry): number => entry.seq ?? entry.public_seq ?? 0;

/** The newest place that a view knows of. */
export const headOf = (view: AnyView): number => view.seq ?? view.public_seq;

export function threadOf<V extends AnyView>(snapshot: Snapshot<V>): Thread<V> {
  const last = snapshot.entries.at(-1);
  return { view: snapshot.view, entries: snapshot.entries, earlier: snapshot.earlier, head: last ? numberOf(last) : headOf(snapshot.view) };
}

/** The newest place that both parties see, among what is held: what cursors count in. */
export function publicHead(thread: Thread): number {
  return thread.entries.findLast((entry) => entry.public_seq !== undefined)?.public_seq ?? 0;
}
