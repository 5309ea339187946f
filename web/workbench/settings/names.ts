import type { Names } from '@baton/protocol';

/** Only the languages that were written. */
export function writtenNames(names: Names): Names {
  return Object.fromEntries(Object.entries(names).map(([language, name]) => [language, name?.trim()]).filter(([, name]) => name));
}

export const hasName = (names: Names): boolean => Object.keys(writtenNames(names)).length > 0;
