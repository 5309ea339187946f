import * as words from '@baton/ui';
import { digits } from '../store/clocks.ts';
import { localeTag, t } from './i18n.ts';

/** Times and sizes in the language of the workbench. `at` in ms since 1970. */

/** A countdown or a wait: 0:45, 12:03, 22 h, 3 d. */
export function countdown(millis: number): string {
  const shown = digits(millis);
  if (shown.unit === 'clock') return shown.text;
  return t(shown.unit === 'hour' ? 'clock.hours' : 'clock.days', { n: shown.count });
}

/** How long, for sentences: 45 seconds, 3 minutes, 22 hours, 5 days. */
export const span = (millis: number): string => words.duration(millis, localeTag());
export const clockTime = (at: number): string => words.clockTime(at, localeTag());
export const fullTime = (at: number): string => words.absoluteTime(at, localeTag());
export const dayName = (at: number, now: number): string => words.dayOf(at, now, localeTag());
export const fileSize = (bytes: number): string => words.fileSize(bytes, localeTag());

/** When, as short as a list can be: 14:05 today, else the day. */
export const listTime = (at: number, now: number): string => (new Date(at).toDateString() === new Date(now).toDateString() ? clockTime(at) : dayName(at, now));

/** When, for a line that stands alone: the day and the time. */
export const dayAndTime = (at: number, now: number): string => `${dayName(at, now)} ${clockTime(at)}`;
