import type { Problem } from '@baton/protocol';
import { en } from './en.ts';
import { has, language, t } from './i18n.ts';
import { fullTime } from './time.ts';
import { zh } from './zh.ts';

/** What a field of a request is called on screen; `silence.reminders[1].after_seconds` is a reminder. */
export function fieldName(field: string): string {
  const names: Record<string, string> = (language() === 'zh' ? zh : en).settings.field;
  return names[field] ?? names[field.replace(/\[\d+\].*$/, '')] ?? names[field.split(/[.[]/)[0] ?? ''] ?? field;
}

const ruleWords = (rule: string): string => (has(`rule.${rule}`) ? t(`rule.${rule}`) : t('rule.other', { rule }));

/** A refusal in the user's words, by its code; a code of a later server shows what that server says. */
export function problemWords(problem: Problem): string {
  const params = problem.params ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  switch (problem.code) {
    case 'invalid': return t('problem.invalid', { field: fieldName(text(params.field)), rule: ruleWords(text(params.rule)) });
    case 'too_many_requests': return t('problem.too_many_requests', { seconds: Number(params.retry_after_seconds ?? 5) });
    case 'wrong_state': return t('problem.wrong_state', { state: has(`state.${text(params.state)}`) ? t(`state.${text(params.state)}`) : '' });
    case 'already_assigned': return t('problem.already_assigned', { name: text(params.agent_name) || t('customer.agent') });
    case 'roster_line': return t('problem.roster_line', { line: Number(params.line ?? 1), rule: has(`roster.rule.${text(params.rule)}`) ? t(`roster.rule.${text(params.rule)}`) : text(params.rule) });
    case 'shift_overlaps': return t('problem.shift_overlaps', { from: fullTime(Date.parse(text(params.starts_at))), until: fullTime(Date.parse(text(params.ends_at))) });
    default: return has(`problem.${problem.code}`) ? t(`problem.${problem.code}`) : problem.detail ?? t('problem.unknown', { title: problem.title });
  }
}
