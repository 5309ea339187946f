import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { BUILT_IN, changesBetween, inUnit, POLICY_SECTIONS, secondsOf, valueAt, withValue } from './policy-fields.ts';

const fields = POLICY_SECTIONS.flatMap((section) => section.fields);

test('every field of the form has a default and a name, and every default has a field', () => {
  const names: Record<string, string> = en.settings.field;
  for (const { path } of fields) {
    expect(valueAt(BUILT_IN, path), path).not.toBeUndefined();
    expect(names[path], path).toBeTruthy();
  }
  const leaves = Object.entries(BUILT_IN).flatMap(([key, part]) => (typeof part === 'object' && part !== null ? Object.keys(part).map((name) => `${key}.${name}`) : [key]));
  expect(fields.map(({ path }) => path).sort()).toEqual(leaves.sort());
});

test('a changed value is one change, and the given policy stays as it was', () => {
  const changed = withValue(BUILT_IN, 'reply.nudge_after_seconds', 90);
  expect(changesBetween(BUILT_IN, changed)).toEqual(['reply.nudge_after_seconds']);
  expect(valueAt(BUILT_IN, 'reply.nudge_after_seconds')).toBe(60);
});

test('durations read in the largest unit that keeps them whole', () => {
  expect([20, 90, 1800, 86_400, 259_200].map(inUnit)).toEqual([{ count: 20, unit: 'second' }, { count: 90, unit: 'second' }, { count: 30, unit: 'minute' }, { count: 1, unit: 'day' }, { count: 3, unit: 'day' }]);
  expect(secondsOf(1.5, 'hour')).toBe(5400);
});
