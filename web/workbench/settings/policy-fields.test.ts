import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { changesBetween, inUnit, POLICY_SECTIONS, secondsOf, valueAt, withValue } from './policy-fields.ts';

const fields = POLICY_SECTIONS.flatMap((section) => section.fields);

test('every field of the form has a name', () => {
  const names: Record<string, string> = en.settings.field;
  for (const { path } of fields) expect(names[path], path).toBeTruthy();
});

const POLICY = { reply: { nudge_after_seconds: 60, alarm_after_seconds: 180 }, typing_preview: false, shift_end: { action: 'ask' } };

test('a changed value is one change, and the given policy stays as it was', () => {
  const changed = withValue(POLICY, 'reply.nudge_after_seconds', 90);
  expect(changed.shift_end).toBe(POLICY.shift_end);
  expect(changesBetween(POLICY, changed)).toEqual(['reply.nudge_after_seconds']);
  expect(valueAt(POLICY, 'reply.nudge_after_seconds')).toBe(60);
});

test('durations read in the largest unit that keeps them whole', () => {
  expect([20, 90, 1800, 86_400, 259_200].map(inUnit)).toEqual([{ count: 20, unit: 'second' }, { count: 90, unit: 'second' }, { count: 30, unit: 'minute' }, { count: 1, unit: 'day' }, { count: 3, unit: 'day' }]);
  expect(secondsOf(1.5, 'hour')).toBe(5400);
});
