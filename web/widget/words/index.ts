import type { Problem } from '@baton/protocol';
import type { Words } from './en.ts';

export type { Words };

/** The best of our languages for a wish list: the host's wish first, then the browser's. */
export function languageOf(wishes: readonly (string | null | undefined)[]): 'zh-CN' | 'en' {
  for (const wish of wishes) {
    if (/^zh\b/i.test(wish ?? '')) return 'zh-CN';
    if (/^en\b/i.test(wish ?? '')) return 'en';
  }
  return 'en';
}

/** A reader needs one language: only that one is fetched. */
export const loadWords = (language: string): Promise<Words> =>
  language.startsWith('zh') ? import('./zh.ts').then((module) => module.zh) : import('./en.ts').then((module) => module.en);

/** What happened, in the reader's language. Codes we have no words for are told in the server's, which are in it too. */
export function problemWords(problem: Problem, words: Words): string {
  const e = words.errors;
  switch (problem.code) {
    case 'network': return e.network;
    case 'not_found': case 'forbidden': case 'origin_not_allowed': return e.notAvailable;
    case 'bad_identity': return e.badIdentity;
    case 'too_many_requests': return e.tooMany;
    case 'overloaded': return e.overloaded;
    case 'too_large': return e.tooLong;
    case 'unsupported_type': return words.files.unsupported;
    case 'wrong_state': case 'clock_moved_on': return e.wrongState;
    case 'window_over': case 'already_rated': return e.windowOver;
    default: return problem.detail ?? e.generic;
  }
}
