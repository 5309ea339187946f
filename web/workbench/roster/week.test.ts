import { expect, it } from 'vitest';
import { fieldOf, instantAt, ofField, placeOf, weekAround, weekdayOf } from './week.ts';

const at = (text: string): number => new Date(text).getTime();

it('begins on Monday, also when today is Sunday', () => {
  for (const day of ['2026-11-23T00:00', '2026-11-26T12:00', '2026-11-29T23:59']) expect(fieldOf(weekAround(at(day))[0] ?? 0)).toBe('2026-11-23T00:00');
  expect(fieldOf(weekAround(at('2026-11-26T12:00'), 1)[0] ?? 0)).toBe('2026-11-30T00:00');
  expect(fieldOf(weekAround(at('2026-11-26T12:00'), -1)[0] ?? 0)).toBe('2026-11-16T00:00');
});

it('puts an instant where it stands in its day, and what lies outside at the edge', () => {
  const week = weekAround(at('2026-11-26T12:00'));
  expect(placeOf(week, at('2026-11-24T12:00'))).toBe(1.5);
  expect(placeOf(week, at('2026-11-20T12:00'))).toBe(0);
  expect(placeOf(week, at('2026-12-20T12:00'))).toBe(7);
});

it('finds the half hour at a place, and comes back to it', () => {
  const week = weekAround(at('2026-11-26T12:00'));
  expect(fieldOf(instantAt(week, 1.51))).toBe('2026-11-24T12:00');
  expect(fieldOf(instantAt(week, 7))).toBe('2026-11-30T00:00');
  expect(fieldOf(instantAt(week, -3))).toBe('2026-11-23T00:00');
  expect(instantAt(week, placeOf(week, at('2026-11-28T17:30')))).toBe(at('2026-11-28T17:30'));
});

it('reads a field as it was written', () => {
  expect(fieldOf(ofField('2026-03-01T09:30'))).toBe('2026-03-01T09:30');
  expect(ofField('')).toBeNaN();
  expect(weekdayOf(at('2026-11-29T12:00'))).toBe('sunday');
});
