const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known;
}

/** 14:05, in the reader's zone. `at` in ms since 1970, everywhere in this file. */
export const clockTime = (at: number, language: string): string =>
  format(language, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** The full date and time, for hovering. */
export const absoluteTime = (at: number, language: string): string =>
  format(language, 'absolute', { dateStyle: 'long', timeStyle: 'medium' }).format(at);

/** Just now, 3 minutes ago; after an hour the clock says more. */
export function relativeTime(at: number, now: number, language: string): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return language.startsWith('zh') ? '刚刚' : 'just now';
  if (minutes < 60) return new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' }).format(-minutes, 'minute');
  return clockTime(at, language);
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Today, yesterday, a weekday within the week, else the date (with the year when it is another one). */
export function dayOf(at: number, now: number, language: string): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0 || days === 1) {
    const word = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
    return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
  }
  if (days > 1 && days < 7) return format(language, 'weekday', { weekday: 'long' }).format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear
    ? format(language, 'date', { month: 'long', day: 'numeric' }).format(at)
    : format(language, 'dateyear', { year: 'numeric', month: 'long', day: 'numeric' }).format(at);
}

/** How long something takes or took, in its largest unit, rounded up: 45 s, 3 min, 2 h, 5 d. */
export function duration(millis: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const [value, unit] = seconds < 60 ? [seconds, 'second'] as const
    : seconds < 3600 ? [Math.ceil(seconds / 60), 'minute'] as const
      : seconds < 48 * 3600 ? [Math.ceil(seconds / 3600), 'hour'] as const
        : [Math.ceil(seconds / 86_400), 'day'] as const;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** 12 KB, 3.4 MB. */
export function fileSize(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(3, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return new Intl.NumberFormat(language, {
    style: 'unit', unit: units[power], unitDisplay: power === 0 ? 'narrow' : 'short', maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1024 ** power);
}

/** The same text, kept on one line where Chinese would break it between any two characters. */
export const unbroken = (text: string): string => [...text.replaceAll(' ', '\u00a0')].join('\u2060');
