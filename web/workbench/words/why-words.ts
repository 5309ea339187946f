import type { Schemas } from '@baton/protocol/schemas.ts';
import { t } from './i18n.ts';
import { clockTime } from './time.ts';

export type Why = Schemas['Why'];

const timeOf = (at: string | undefined): string => (at ? clockTime(Date.parse(at)) : '');

/** Who was chosen and by which rule; empty while nobody is. */
export function chosenWords({ chosen }: Why): string {
  return chosen ? t(`why.rule.${chosen.rule}`, { name: chosen.agent_name ?? '', load: chosen.load, capacity: chosen.capacity, time: timeOf(chosen.idle_since) }) : '';
}

/** What spoke against each of the others: "Amy: full 3/3". */
export function consideredWords({ considered, others }: Why): string[] {
  const words = considered.map((one) => t(one.verdict === 'offline' && !one.at ? 'why.verdict.offline_ever' : `why.verdict.${one.verdict}`, {
    name: one.agent_name ?? '', load: one.load ?? 0, most: one.most ?? 0, time: timeOf(one.at), availability: one.availability ? t(`availability.${one.availability}`) : '',
  }));
  return others > 0 ? [...words, t('why.others', { n: others })] : words;
}

/** All of it in one line. */
export const whyWords = (why: Why): string => [chosenWords(why), ...consideredWords(why)].filter(Boolean).join(t('why.join')) || t('why.nobody');
