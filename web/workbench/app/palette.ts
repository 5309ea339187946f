import { AVAILABILITIES, type Id } from '@baton/protocol';
import type { IconName } from '@baton/ui/icons.ts';
import { desk } from '../store/line.ts';
import { turnOf } from '../store/lists.ts';
import { agentName, customerName, groupName, myId } from '../store/names.ts';
import { isDark, preferences } from '../store/preferences.ts';
import { setAvailability } from '../store/session.ts';
import { t } from '../words/i18n.ts';
import { act, KEYS, SECTIONS, type KeyAction } from './keyboard.ts';

export interface Choice { key: string; kind: 'conversations' | 'actions'; icon: IconName; text: string; more?: string; hotkey?: string; id?: Id; run: () => void }

const ACTION_ICON: Partial<Record<KeyAction, IconName>> = { next: 'bolt', reply: 'reply', note: 'note', pick: 'hand', ask_to_end: 'check', end: 'door', transfer: 'transfer', details: 'panel', sheet: 'keyboard' };

/** How well words answer a query: every part of it must occur somewhere; the beginning of the text counts more. */
export function scoreOf(text: string, query: string): number {
  const [where, parts] = [text.toLocaleLowerCase(), query.toLocaleLowerCase().split(/\s+/).filter(Boolean)];
  if (!parts.every((part) => where.includes(part))) return -1;
  return parts.reduce((sum, part) => sum + (where.startsWith(part) ? 2 : 1), 0);
}

function best(choices: Choice[], query: string, most: number): Choice[] {
  if (!query.trim()) return choices.slice(0, most);
  return choices.map((choice) => ({ choice, score: scoreOf(`${choice.text} ${choice.more ?? ''}`, query) }))
    .filter(({ score }) => score >= 0).sort((a, b) => b.score - a.score).slice(0, most).map(({ choice }) => choice);
}

/** What can be opened and done now, the best answers to the query first. */
export function choicesOf(query: string, open: (id: Id) => void): Choice[] {
  return [...best(conversations(open), query, query.trim() ? 8 : 5), ...best(actions(), query, query.trim() ? 6 : 12)];
}

function conversations(open: (id: Id) => void): Choice[] {
  const seen = new Map([...[...desk.threads.values()].map(({ view }) => view), ...desk.items.values()].map((view) => [view.id, view]));
  return [...seen.values()].map((view) => ({
    key: view.id, id: view.id, kind: 'conversations', icon: 'inbox', text: customerName(view),
    more: [t(`turn.${turnOf(view, myId())}`, { name: agentName(view.agent) }), groupName(view.group), view.last?.text].filter(Boolean).join(' · '),
    run: () => open(view.id),
  }));
}

function actions(): Choice[] {
  const keys = (Object.keys(ACTION_ICON) as KeyAction[]).map((name): Choice => ({
    key: name, kind: 'actions', icon: ACTION_ICON[name] ?? 'bolt', text: t(`keys.${name}`), hotkey: KEYS[name].shown, run: () => { act(name); },
  }));
  const sections = SECTIONS.map((section, i): Choice => ({ key: section, kind: 'actions', icon: section, text: t('palette.go', { name: t(`section.${section}`) }), hotkey: String(i + 1), run: () => { act(section); } }));
  const availability = AVAILABILITIES.map((one): Choice => ({ key: one, kind: 'actions', icon: 'user', text: t('palette.set_availability', { name: t(`availability.${one}`) }), run: () => void setAvailability(one) }));
  const look: Choice = { key: 'theme', kind: 'actions', icon: isDark() ? 'sun' : 'moon', text: t('palette.toggle_theme'), run: () => { preferences.theme = isDark() ? 'light' : 'dark'; } };
  const language: Choice = { key: 'language', kind: 'actions', icon: 'language', text: preferences.language === 'zh' ? 'English' : '中文', run: () => { preferences.language = preferences.language === 'zh' ? 'en' : 'zh'; } };
  return [...keys, ...sections, ...availability, look, language];
}
