/** A week as the reader's clocks show it: seven days from a Monday, though one of them may have 23 or 25 hours. */
export const DAYS = 7;
export const STEP_MILLIS = 30 * 60_000;

/** The midnights of a week and the one after it, ms since 1970. `by` weeks from the one around `at`. */
export function weekAround(at: number, by = 0): number[] {
  const day = new Date(at);
  const monday = day.getDate() - ((day.getDay() + 6) % DAYS) + by * DAYS;
  return Array.from({ length: DAYS + 1 }, (_, i) => new Date(day.getFullYear(), day.getMonth(), monday + i).getTime());
}

/** Where an instant stands in a week, in days from its beginning: 0 to 7, whatever lies outside at the edge. */
export function placeOf(week: readonly number[], at: number): number {
  for (let day = 0; day < DAYS; day += 1) {
    const from = week[day] ?? 0;
    const until = week[day + 1] ?? 0;
    if (at < from) return day;
    if (at < until) return day + (at - from) / (until - from);
  }
  return DAYS;
}

/** The instant at a place, on the half hour of the clocks. */
export function instantAt(week: readonly number[], place: number): number {
  const bounded = Math.min(DAYS, Math.max(0, place));
  const day = Math.min(DAYS - 1, Math.floor(bounded));
  const from = week[day] ?? 0;
  const until = week[day + 1] ?? 0;
  return from + Math.round(((bounded - day) * (until - from)) / STEP_MILLIS) * STEP_MILLIS;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** As a field for a day and a time reads it: 2026-11-23T09:00, by the reader's clocks. */
export function fieldOf(at: number): string {
  const d = new Date(at);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** NaN for what is no time. */
export const ofField = (field: string): number => new Date(field).getTime();

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The day of the week of an instant, by the reader's clocks. */
export const weekdayOf = (at: number): Weekday => WEEKDAYS[(new Date(at).getDay() + 6) % DAYS] ?? 'monday';

/** The zone of the reader's clocks. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
