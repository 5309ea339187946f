import type { CannedReply } from '@baton/protocol';
import { expect, test } from 'vitest';
import { filledIn, matchingReplies, slashAt } from './canned.ts';

test('a slash counts at the beginning, after a space and after Chinese punctuation, not inside an address', () => {
  expect(slashAt('/re', 3)).toEqual({ from: 0, to: 3, query: 're' });
  expect(slashAt('hello /th', 9)).toEqual({ from: 6, to: 9, query: 'th' });
  expect(slashAt('您好，/退', 5)?.query).toBe('退');
  expect(slashAt('https://shop', 12)).toBeNull();
  expect(slashAt('and/or', 6)).toBeNull();
  expect(slashAt('/done here', 10)).toBeNull();
});

const reply = (shortcut: string, title: string, more: Partial<CannedReply> = {}): CannedReply => ({ id: shortcut, shortcut, title, body: '', scope: 'company', ...more });

test('the beginning of a shortcut is the best match, the customer\'s language the next', () => {
  const replies = [reply('thanks', 'Refund thanks'), reply('refund-en', 'x', { language: 'en' }), reply('refund', '退款', { language: 'zh' })];
  expect(matchingReplies(replies, 'ref', 'zh').map(({ id }) => id)).toEqual(['refund', 'refund-en', 'thanks']);
  expect(matchingReplies(replies, '退款', 'zh').map(({ id }) => id)).toEqual(['refund']);
});

test('known variables are filled in, other braces stay, and a name cannot bring in a variable', () => {
  expect(filledIn('{customer}, {agent} of {group}: {json}', { customer: '{agent}', agent: 'Amy', group: 'After-sales' })).toBe('{agent}, Amy of After-sales: {json}');
});
