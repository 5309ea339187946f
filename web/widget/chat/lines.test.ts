import { describe, expect, it } from 'vitest';
import type { CustomerView, Entry } from '@baton/protocol';
import type { OutboxItem, Thread } from '@baton/live';
import { linesOf, unreadOf } from './lines.ts';

const at = (minute: number) => new Date(2026, 2, 12, 10, minute).toISOString();
const entry = (public_seq: number, by: 'customer' | 'agent', more: Partial<Entry> = {}): Entry =>
  ({ public_seq, at: at(public_seq), kind: 'message', by: { kind: by, name: by === 'agent' ? 'Amy' : undefined }, body: `words ${public_seq}`, ...more });
const thread = (entries: Entry[], view: Partial<CustomerView> = {}): Thread<CustomerView> => ({
  view: {
    id: 'a', state: 'awaiting_agent', parked: false, group: { id: 'g', name: 'G' }, opened_at: at(0), state_since: at(0), clocks: [], round: 1, public_seq: entries.length,
    cursors: { customer: { delivered: 0, read: 0 }, staff: { delivered: 0, read: 0 } }, unread: false, may: [], ...view,
  },
  entries, earlier: false, head: entries.length,
});
const item = (more: Partial<OutboxItem> = {}): OutboxItem => ({ client_id: 'x', conversation: 'a', body: 'on its way', attachments: [], at: Date.parse(at(30)), n: 1, state: 'pending', ...more });
const kinds = (lines: ReturnType<typeof linesOf>) => lines.map((line) => line.is === 'words' ? `${line.mine ? 'me' : 'they'} ${line.body}` : line.is);

describe('the lines on screen', () => {
  it('have a line per day and a border between conversations', () => {
    const lines = linesOf([thread([entry(1, 'customer', { at: '2026-03-10T10:00:00.000Z' })]), thread([entry(1, 'customer')], { id: 'b' })], [], null);
    expect(kinds(lines)).toEqual(['day', 'me words 1', 'border', 'day', 'me words 1']);
  });

  it('mark how far each of my words has come', () => {
    const t = thread([1, 2, 3].map((n) => entry(n, 'customer')), { cursors: { customer: { delivered: 0, read: 0 }, staff: { delivered: 2, read: 1 } } });
    const marks = linesOf([t], [item(), item({ client_id: 'y', state: 'failed' })], null).map((line) => line.is === 'words' ? line.mark : null).filter(Boolean);
    expect(marks).toEqual(['read', 'delivered', 'sent', 'sending', 'failed']);
  });

  it('keep the key of words from sending to stored, and never show them twice', () => {
    const before = linesOf([thread([])], [item()], null).at(-1);
    const after = linesOf([thread([entry(1, 'customer', { client_id: 'x' })])], [item({ state: 'sent' })], null);
    expect(after.filter((line) => line.is === 'words').map((line) => line.key)).toEqual([before?.key]);
  });

  it('group words of one author that are close together', () => {
    const lines = linesOf([thread([entry(1, 'agent'), entry(2, 'agent'), entry(10, 'agent'), entry(11, 'customer')])], [], null);
    expect(lines.map((line) => line.is === 'words' ? [line.first, line.last] : null).filter(Boolean)).toEqual([[true, false], [false, true], [true, true], [true, true]]);
  });

  it('show what was unread once, before their first unread word, not before mine', () => {
    const t = thread([entry(1, 'agent'), entry(2, 'customer'), entry(3, 'agent'), entry(4, 'agent')]);
    expect(kinds(linesOf([t], [], { conversation: 'a', after: 1 }))).toEqual(['day', 'they words 1', 'me words 2', 'unread', 'they words 3', 'they words 4']);
  });

  it('show a reminder as words and everything else as an event', () => {
    const t = thread([entry(1, 'agent', { kind: 'reminded', body: undefined, data: { n: 1, text: 'Still there?' } }), entry(2, 'agent', { kind: 'assigned', body: undefined })]);
    expect(kinds(linesOf([t], [], null))).toEqual(['day', 'they Still there?', 'event']);
  });

  it('count unread words of the other side by what was read here or anywhere', () => {
    const t = thread([entry(1, 'agent'), entry(2, 'customer'), entry(3, 'agent')]);
    expect(unreadOf(t, 0)).toBe(2);
    expect(unreadOf(t, 1)).toBe(1);
    expect(unreadOf(thread(t.entries as Entry[], { cursors: { customer: { delivered: 3, read: 3 }, staff: { delivered: 0, read: 0 } } }), 0)).toBe(0);
    expect(unreadOf(undefined, 0)).toBe(0);
  });
});
