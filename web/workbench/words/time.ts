import { digits } from '../store/clocks.ts';
import { localeTag, t } from './i18n.ts';

/** A countdown or a wait: 0:45, 12:03, 22 h, 3 d. */
export function countdown(millis: number): string {
  const shown = digits(millis);
  if (shown.unit === 'clock') return shown.text;
  return t(shown.unit === 'hour' ? 'clock.hours' : 'clock.days', { n: shown.count });
}

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function format<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: (tag: string) => F): F {
  const name = `${localeTag()} ${key}`;
  const known = formats.get(name) ?? make(localeTag());
  formats.set(name, known);
  return known as F;
}

/** How long, in words and in whole units: 45 seconds, 3 minutes, 22 hours, 5 days. For sentences. */
export function span(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const [value, unit] = seconds < 60 ? [seconds, 'second']
    : seconds < 3600 ? [Math.round(seconds / 60), 'minute']
      : seconds < 48 * 3600 ? [Math.round(seconds / 3600), 'hour'] : [Math.round(seconds / 86_400), 'day'];
  return format(`span ${unit}`, (tag) => new Intl.NumberFormat(tag, { style: 'unit', unit: unit as string, unitDisplay: 'long' })).format(value as number);
}

/** 14:05, in the reader's zone. */
export const clockTime = (at: number): string =>
  format('clock', (tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })).format(at);

/** The full date and time, for hovering. */
export const fullTime = (at: number): string =>
  format('full', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'medium' })).format(at);

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const daysBetween = (from: number, to: number): number => Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000);

/** Today, Yesterday, Monday, 3 May, 3 May 2024. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0 || days === 1) {
    const word = new Intl.RelativeTimeFormat(localeTag(), { numeric: 'auto' }).format(-days, 'day');
    return word.charAt(0).toLocaleUpperCase() + word.slice(1);
  }
  if (days > 1 && days < 7) return format('weekday', (tag) => new Intl.DateTimeFormat(tag, { weekday: 'long' })).format(at);
  return dateName(at, now);
}

function dateName(at: number, now: number): string {
  return new Date(at).getFullYear() === new Date(now).getFullYear()
    ? format('date', (tag) => new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric' })).format(at)
    : format('year', (tag) => new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', day: 'numeric' })).format(at);
}

/** When, as short as a list can be: 14:05 today, else the day. */
export const listTime = (at: number, now: number): string => (daysBetween(at, now) === 0 ? clockTime(at) : dayName(at, now));

/** When, for a line that stands alone: the day and the time. */
export const dayAndTime = (at: number, now: number): string => `${dayName(at, now)} ${clockTime(at)}`;

/** 12 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(3, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return format(`size ${power}`, (tag) => new Intl.NumberFormat(tag, { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 }))
    .format(bytes / 1024 ** power);
}
