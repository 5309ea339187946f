import { reactive, watch } from 'vue';
import { browserLanguage, setLanguage, type Language } from '../words/i18n.ts';
import { put, setHttpLanguage } from './http.ts';
import { NOTICE_KINDS, type NoticeKind } from './notices.ts';
import { recall, remember } from './storage.ts';
import { sayProblem } from './toasts.ts';

export type Theme = 'system' | 'light' | 'dark';
export interface NoticeWish { sound: boolean; desktop: boolean }

/** What a person likes. Kept with the account, so that it is the same on every machine; a copy here shows at once. */
export interface Preferences {
  language: Language;
  theme: Theme;
  enter_sends: boolean;
  quiet: boolean;
  notices: Record<NoticeKind, NoticeWish>;
}

const KEY = 'baton.preferences';

function defaults(): Preferences {
  const loud = new Set<NoticeKind>(['message', 'assigned', 'offered', 'late']);
  const notices = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, { sound: loud.has(kind), desktop: loud.has(kind) }]));
  return { language: browserLanguage(), theme: 'system', enter_sends: true, quiet: false, notices: notices as Preferences['notices'] };
}

export const preferences = reactive<Preferences>({ ...defaults(), ...known(recall<unknown>(KEY, {})) });

/** The parts of stored preferences that still mean something; anything else is skipped. */
function known(stored: unknown): Partial<Preferences> {
  const given = (stored ?? {}) as Partial<Preferences>;
  const picked: Partial<Preferences> = {};
  if (given.language === 'zh' || given.language === 'en') picked.language = given.language;
  if (given.theme === 'system' || given.theme === 'light' || given.theme === 'dark') picked.theme = given.theme;
  if (typeof given.enter_sends === 'boolean') picked.enter_sends = given.enter_sends;
  if (typeof given.quiet === 'boolean') picked.quiet = given.quiet;
  if (given.notices && typeof given.notices === 'object') picked.notices = { ...defaults().notices, ...given.notices };
  return picked;
}

const darkOfSystem = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

export const isDark = (): boolean => preferences.theme === 'dark' || (preferences.theme === 'system' && darkOfSystem?.matches === true);

function show(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  setLanguage(preferences.language);
  setHttpLanguage(preferences.language);
}

/** Shows the preferences now and whenever they change. */
export function startPreferences(): void {
  show();
  darkOfSystem?.addEventListener('change', show);
  watch(preferences, () => {
    show();
    remember(KEY, preferences);
    saveSoon();
  });
}

let account = false;
let adopting = false;
let saving: ReturnType<typeof setTimeout> | undefined;

/** What the account has is what counts; a new account gets what was chosen before signing in. */
export function adoptPreferences(language: string | undefined, stored: Record<string, unknown>): void {
  account = true;
  adopting = true;
  const languageOfAccount = language === 'zh' || language === 'en' ? { language } as const : {};
  Object.assign(preferences, known(stored), languageOfAccount);
  setTimeout(() => { adopting = false; });
}

export function forgetAccount(): void {
  account = false;
  clearTimeout(saving);
}

function saveSoon(): void {
  if (!account || adopting) return;
  clearTimeout(saving);
  saving = setTimeout(() => {
    const { language, ...rest } = preferences;
    put('/session/preferences', { language, preferences: rest }).catch(sayProblem);
  }, 600);
}
