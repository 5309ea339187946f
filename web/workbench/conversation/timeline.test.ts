import type { Entry } from '@baton/protocol';
import { expect, test } from 'vitest';
import { timelineOf, type Block } from './timeline.ts';

const NOON = new Date(2025, 5, 12, 12).getTime();
let seq = 0;
const entry = (minutes: number, more: Partial<Entry>): Entry =>
  ({ seq: ++seq, public_seq: seq, at: new Date(NOON + minutes * 60_000).toISOString(), kind: 'message', by: { kind: 'customer', id: 'lin' }, body: 'hi', ...more });
const ours = { by: { kind: 'agent' as const, id: 'amy', name: 'Amy' } };

function blocks(entries: Entry[], more: Partial<Parameters<typeof timelineOf>[0]> = {}): Block[] {
  return timelineOf({ entries, unsent: [], me: 'amy', myName: 'Amy', readUpTo: null, ...more });
}
const kinds = (list: Block[]) => list.map((block) => (block.is === 'words' ? `${block.side} ${block.shown.length}` : block.is));

test('words of one author within a minute stand together; another author, a minute or a note parts them', () => {
  expect(kinds(blocks([entry(0, {}), entry(0.2, {}), entry(0.3, ours), entry(5, ours), entry(5.1, { ...ours, kind: 'note' }), entry(5.2, ours)])))
    .toEqual(['day', 'customer 2', 'us 1', 'us 1', 'note', 'us 1']);
});

test('a new day gets its line, once', () => {
  expect(kinds(blocks([entry(0, {}), entry(60 * 13, {}), entry(60 * 13 + 5, {})]))).toEqual(['day', 'customer 1', 'day', 'customer 1', 'customer 1']);
});

test('the unread line stands before the first customer\'s words beyond what was read', () => {
  const [a, b, c] = [entry(0, {}), entry(2, ours), entry(4, {})];
  expect(kinds(blocks([a, b, c], { readUpTo: a.public_seq ?? 0 }))).toEqual(['day', 'customer 1', 'us 1', 'unread', 'customer 1']);
  expect(kinds(blocks([a, b, c], { readUpTo: c.public_seq ?? 0 }))).not.toContain('unread');
});

test('words on their way stand at the end, and keep their key when they are stored', () => {
  const item = { client_id: 'u1', conversation: 'c', body: 'soon', attachments: [], at: NOON + 60_000, n: 1, state: 'pending' as const };
  const before = blocks([entry(0, {})], { unsent: [{ item, note: false }] });
  const after = blocks([entry(0, {}), entry(1, { ...ours, body: 'soon', client_id: 'u1' })], { unsent: [{ item, note: false }] });
  expect([before.at(-1)?.key, after.at(-1)?.key]).toEqual(['u1', 'u1']);
  expect(kinds(after)).toEqual(['day', 'customer 1', 'us 1']);
});
