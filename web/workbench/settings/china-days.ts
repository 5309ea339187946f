import type { Schemas } from '@baton/protocol/schemas.ts';

type Day = Schemas['CalendarDay'];
type Hours = Schemas['CalendarHours'];

/** The State Council's yearly notice, as the library chinese-days keeps it: by date, "English,中文,days". */
export interface Published { holidays: Record<string, string>; workdays: Record<string, string> }

export async function published(): Promise<Published> {
  const { default: data } = await import('chinese-days/dist/chinese-days.json') as { default: Published };
  return data;
}

/** The years that the data covers, ascending. */
export const yearsOf = (data: Published): number[] => [...new Set(Object.keys(data.holidays).map((date) => Number(date.slice(0, 4))))].sort((a, b) => a - b);

/** Holidays are closed; a make-up working day (调休) has the hours of a usual one. What is in the calendar already is replaced. */
export function withPublished(days: readonly Day[], data: Published, year: number, usual: Hours[], makeUp: string): Day[] {
  const nameOf = (value: string): string => value.split(',')[1] ?? value;
  const inYear = (entries: Record<string, string>) => Object.entries(entries).filter(([date]) => date.startsWith(`${year}-`));
  const added: Day[] = [
    ...inYear(data.holidays).map(([date, value]) => ({ date, hours: [], name: nameOf(value) })),
    ...inYear(data.workdays).map(([date, value]) => ({ date, hours: usual, name: `${nameOf(value)}${makeUp}` })),
  ];
  const dates = new Set(added.map(({ date }) => date));
  return [...days.filter(({ date }) => !dates.has(date)), ...added].sort((a, b) => a.date.localeCompare(b.date));
}
