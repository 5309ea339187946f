import { expect, it } from 'vitest';
import { pacer } from './activity.ts';

it('tells the first movement at once, and then not more often than it may', () => {
  const due = pacer(20_000);
  expect([0, 10, 19_999, 20_000, 30_000, 40_000].map(due)).toEqual([true, false, false, true, false, true]);
});
