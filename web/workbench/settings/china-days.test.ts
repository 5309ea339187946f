import { expect, test } from 'vitest';
import { published, withPublished, yearsOf } from './china-days.ts';

test('the days of 2026 are as published: holidays closed, make-up days open, nothing of other years', async () => {
  const data = await published();
  expect(yearsOf(data)).toContain(2026);
  const usual = [{ from: '09:00', to: '18:00' }];
  const days = withPublished([{ date: '2026-01-01', hours: usual, name: 'mine' }, { date: '2025-05-05', hours: [] }], data, 2026, usual, '调休');
  const of = (date: string) => days.find((day) => day.date === date);
  expect(of('2026-01-01')).toEqual({ date: '2026-01-01', hours: [], name: '元旦' });
  expect(of('2026-02-14')).toEqual({ date: '2026-02-14', hours: usual, name: '春节调休' });
  expect(of('2025-05-05')).toBeDefined();
  expect(days.filter(({ date }) => date.startsWith('2025')).length).toBe(1);
  expect(days.map(({ date }) => date)).toEqual([...days.map(({ date }) => date)].sort());
});
