import { clockTime, dayOf } from '@baton/ui';

/** When a group opens, as people say it: the time, with the day unless it is today. */
export function openingTime(at: string, now: number, language: string): string {
  const opens = Date.parse(at);
  const today = new Date(opens).toDateString() === new Date(now).toDateString();
  return today ? clockTime(opens, language) : `${dayOf(opens, now, language)} ${clockTime(opens, language)}`;
}
