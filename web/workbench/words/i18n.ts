import { createI18n } from 'vue-i18n';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

export const i18n = createI18n({
  legacy: false, locale: 'zh', fallbackLocale: 'en', messages: { zh, en }, missingWarn: false, fallbackWarn: false, warnHtmlMessage: false,
});

/** Words by key, in the reader's language; reactive wherever it is called while rendering. */
export const t = i18n.global.t as (key: string, named?: Record<string, unknown> | number) => string;
export const has = (key: string): boolean => i18n.global.te(key, 'en') || i18n.global.te(key);

export const language = (): Language => i18n.global.locale.value as Language;

/** The language tag that dates and numbers are written in. */
export const localeTag = (): string => (language() === 'zh' ? 'zh-CN' : 'en');

/** Words with a number that decides their plural. */
export const counted = (key: string, n: number): string => i18n.global.t(key, { n }, n);

export function setLanguage(name: Language): void {
  i18n.global.locale.value = name;
  document.documentElement.lang = name === 'zh' ? 'zh-CN' : 'en';
}

/** What the browser asks for; zh where it does not say. */
export function browserLanguage(): Language {
  const wanted = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return wanted?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** A name in the reader's language, or in the other one where only that was written. */
export function nameIn(names: Record<string, string | undefined> | undefined, fallback = ''): string {
  return names?.[language()] || names?.zh || names?.en || fallback;
}
