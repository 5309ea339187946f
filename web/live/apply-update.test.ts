import { describe, expect, it } from 'vitest';
import type { Entry, Snapshot } from '@baton/protocol';
import { applyCursors, applyEarlier, applyPosition, applySnapshot, applyUpdate, applyView } from './apply-update.ts';
import type { View } from './testing/fake-server.ts';
import { threadOf, type Thread } from './thread.ts';

const none = { customer: { delivered: 0, read: 0 }, staff: { delivered: 0, read: 0 } };
const view = (public_seq: number, more: Partial<View> = {}): View => ({ id: 'c', state: 'awaiting_agent', public_seq, cursors: none, ...more });
const entry = (public_seq: number): Entry => ({ public_seq, at: '2026-01-01T00:00:00.000Z', kind: 'message', by: { kind: 'customer' }, body: `words ${public_seq}` });
const range = (from: number, to: number): Entry[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => entry(from + i));
const snapshot = (to: number, from = 1): Snapshot<View> => ({ view: view(to), entries: range(from, to), earlier: from > 1 });

/** Applies everything that fits, as the streams do. */
function applyAll(thread: Thread<View>, updates: { entries: Entry[]; view?: View }[]): Thread<View> {
  return updates.reduce((t, update) => {
    const applied = applyUpdate(t, update);
    return applied.outcome === 'applied' ? applied.thread : t;
  }, thread);
}

describe('applying updates', () => {
  it('makes of an old snapshot and the events since then the fresh snapshot, wherever the old one was taken', () => {
    for (let old = 0; old <= 8; old++) {
      for (let chunk = 1; chunk <= 8; chunk++) {
        const updates = [];
        for (let from = old + 1; from <= 8; from += chunk) {
          const to = Math.min(8, from + chunk - 1);
          updates.push({ entries: range(from, to), view: view(to) });
        }
        expect(applyAll(threadOf(snapshot(old)), updates)).toEqual(threadOf(snapshot(8)));
      }
    }
  });

  it('is idempotent: every update twice, and all of them again, gives the same thread', () => {
    const updates = range(1, 6).map((e) => ({ entries: [e], view: view(e.public_seq ?? 0) }));
    const once = applyAll(threadOf(snapshot(0)), updates);
    expect(applyAll(threadOf(snapshot(0)), updates.flatMap((u) => [u, u]))).toEqual(once);
    expect(applyAll(once, updates)).toEqual(once);
  });

  it('takes only the new part of an update that overlaps what is held', () => {
    const applied = applyUpdate(threadOf(snapshot(3)), { entries: range(2, 5), view: view(5) });
    expect(applied).toMatchObject({ outcome: 'applied', fresh: range(4, 5) });
  });

  it('calls a hole a gap and changes nothing, also a hole inside the update and a view from the future', () => {
    const thread = threadOf(snapshot(3));
    expect(applyUpdate(thread, { entries: [entry(5)], view: view(5) }).outcome).toBe('gap');
    expect(applyUpdate(thread, { entries: [entry(4), entry(6)], view: view(6) }).outcome).toBe('gap');
    expect(applyUpdate(thread, { entries: [], view: view(4) }).outcome).toBe('gap');
  });

  it('takes a view without entries at the same place and ignores an older one', () => {
    const thread = threadOf(snapshot(3));
    expect(applyUpdate(thread, { entries: [], view: view(3, { title: 'news' }) })).toMatchObject({ outcome: 'applied', thread: { view: { title: 'news' } } });
    expect(applyUpdate(thread, { entries: [], view: view(2) }).outcome).toBe('old');
  });

  it('counts in seq for staff, whose entries have both numbers', () => {
    const staff = (seq: number): Entry => ({ ...entry(1), seq, public_seq: seq === 2 ? undefined : seq });
    const thread = threadOf<View>({ view: { ...view(1), seq: 1 }, entries: [staff(1)], earlier: false });
    const applied = applyUpdate(thread, { entries: [staff(2), staff(3)], view: { ...view(2), seq: 3 } });
    expect(applied).toMatchObject({ outcome: 'applied', thread: { head: 3 } });
  });

  it('never takes cursors back, whatever a view that was made earlier says', () => {
    const read = applyCursors(threadOf(snapshot(3)), { customer: { delivered: 3, read: 2 }, staff: { delivered: 3, read: 3 } });
    const applied = applyUpdate(read, { entries: [entry(4)], view: view(4) });
    expect(applied).toMatchObject({ thread: { view: { cursors: { customer: { delivered: 3, read: 2 }, staff: { read: 3 } } } } });
  });

  it('lets the answer of a command run ahead of its entries, and no older view run it back', () => {
    const ahead = applyView(threadOf(snapshot(3)), view(5, { state: 'ended' }));
    const applied = applyUpdate(ahead, { entries: [entry(4)], view: view(4) });
    expect(applied).toMatchObject({ outcome: 'applied', thread: { head: 4, view: { state: 'ended', public_seq: 5 } } });
  });

  it('shows a position only while queued', () => {
    expect(applyPosition(threadOf(snapshot(1)), 3).view.position).toBeUndefined();
    const queued = threadOf<View>({ ...snapshot(1), view: view(1, { state: 'queued' }) });
    expect(applyPosition(queued, 3).view.position).toBe(3);
  });
});

describe('snapshots and earlier pages', () => {
  it('keep loaded history in front of a fresh snapshot that joins it', () => {
    const held = threadOf(snapshot(60));
    expect(applySnapshot(held, snapshot(80, 31)).entries).toEqual(range(1, 80));
  });

  it('drop loaded history when there is a hole before the fresh snapshot', () => {
    const thread = applySnapshot(threadOf(snapshot(10)), snapshot(80, 31));
    expect(thread.entries).toEqual(range(31, 80));
    expect(thread.earlier).toBe(true);
  });

  it('put a page in front without doubling what is held', () => {
    const thread = applyEarlier(threadOf(snapshot(60, 31)), { entries: range(1, 32), earlier: false });
    expect(thread.entries).toEqual(range(1, 60));
    expect(thread.earlier).toBe(false);
  });
});
