import { dataOf, type Entry, type Id } from '@baton/protocol';
import type { IconName } from '@baton/ui/icons.ts';
import { agentName, categoryName, groupName, priorityName, reasonName } from '../store/names.ts';
import { has, t } from './i18n.ts';
import { span } from './time.ts';
import type { Why } from './why-words.ts';

/** What a line of the log says when it is neither a message nor a note; `more` is a second, longer text. */
export interface SystemLine { text: string; icon: IconName; more?: string; why?: Why }

const byOf = (entry: Entry): string => (entry.by.kind === 'system' ? t('entry.someone') : entry.by.name || agentName(entry.by.id) || t(entry.by.kind === 'customer' ? 'conversation.customer' : 'customer.agent'));
const nameOfAgent = (id: Id | undefined, known?: string): string => known || agentName(id) || t('customer.agent');

export function systemLine(entry: Entry): SystemLine {
  switch (entry.kind) {
    case 'started': return started(entry);
    case 'assigned': return assigned(entry);
    case 'offered': return withWhy({ text: t('entry.offered', { agent: nameOfAgent(dataOf(entry, 'offered').agent) }), icon: 'hand' }, dataOf(entry, 'offered').why);
    case 'offer_ended': return offerEnded(entry);
    case 'category_changed': {
      const { category, group } = dataOf(entry, 'category_changed');
      return { text: t('entry.category_changed', { category: categoryName(category), group: groupName(group) }), icon: 'tag' };
    }
    case 'priority_changed': return { text: t('entry.priority_changed', { priority: priorityName(dataOf(entry, 'priority_changed').priority ?? 0) }), icon: 'flag' };
    case 'transfer_offered': return transferOffered(entry);
    case 'transferred': return transferred(entry);
    case 'requeued': return requeued(entry);
    case 'asked_to_end': return withMore({ text: t('entry.asked_to_end', { by: byOf(entry) }), icon: 'check' }, summaryOf(entry));
    case 'withdrawn': return { text: t('entry.withdrawn', { by: byOf(entry) }), icon: 'undo' };
    case 'unresolved': return withMore({ text: t('entry.unresolved'), icon: 'refresh' }, dataOf(entry, 'unresolved').text ?? entry.body);
    case 'reminded': return withMore({ text: t('entry.reminded', { n: dataOf(entry, 'reminded').n ?? 1 }), icon: 'bell' }, dataOf(entry, 'reminded').text ?? entry.body);
    case 'ended': return ended(entry);
    case 'reopened': return { text: t('entry.reopened', { time: span((dataOf(entry, 'reopened').gap_seconds ?? 0) * 1000) }), icon: 'refresh' };
    case 'rated': return withMore({ text: t('entry.rated', { score: dataOf(entry, 'rated').score ?? '' }), icon: 'star' }, dataOf(entry, 'rated').comment);
    case 'overflowed': case 'queue_alarmed': case 'reply_alarmed': return { text: t(`entry.${entry.kind}`), icon: 'alarm' };
    case 'nudged': return { text: t('entry.nudged'), icon: 'bell' };
    case 'silenced': return { text: t('entry.silenced'), icon: 'sleep' };
    case 'parked': case 'unparked': return { text: t(`entry.${entry.kind}`), icon: 'moon' };
    case 'unattended': return { text: t('entry.unattended'), icon: 'user' };
    case 'message': case 'note': return { text: entry.body ?? '', icon: 'note' };
  }
}

const withWhy = (line: SystemLine, why: Why | undefined): SystemLine => (why ? { ...line, why } : line);
const withMore = (line: SystemLine, more: string | undefined): SystemLine => (more ? { ...line, more } : line);

function summaryOf(entry: Entry): string | undefined {
  const summary = dataOf(entry, 'asked_to_end').summary;
  return summary ? t('entry.summary', { text: summary }) : undefined;
}

function started(entry: Entry): SystemLine {
  const { group, category } = dataOf(entry, 'started');
  const names = { group: groupName(group), category: categoryName(category) };
  return { text: t(names.category ? 'entry.started_category' : 'entry.started', names), icon: 'queue' };
}

function assigned(entry: Entry): SystemLine {
  const { agent, agent_name, how, by, why } = dataOf(entry, 'assigned');
  const names = { agent: nameOfAgent(agent, agent_name), by: nameOfAgent(by ?? entry.by.id, entry.by.name) };
  return withWhy({ text: t(`entry.${how ?? 'automatic'}`, names), icon: how === 'return' ? 'refresh' : 'user' }, why);
}

function offerEnded(entry: Entry): SystemLine {
  const { agent, why, reason } = dataOf(entry, 'offer_ended');
  const names = { agent: nameOfAgent(agent), reason: reason ? reasonName('decline', reason) : '' };
  return { text: t(why === 'missed' ? 'entry.offer_missed' : why === 'withdrawn' ? 'entry.offer_withdrawn' : names.reason ? 'entry.offer_declined' : 'entry.offer_ended', names), icon: 'hand' };
}

function transferOffered(entry: Entry): SystemLine {
  const { agent, agent_name, reason, note, hand_over } = dataOf(entry, 'transfer_offered');
  const text = t(hand_over ? 'entry.hand_over_offered' : 'entry.transfer_offered', { by: byOf(entry), agent: nameOfAgent(agent, agent_name) });
  return withMore({ text: hand_over ? text : `${text} · ${t('entry.reason', { reason: reasonName('transfer', reason) })}`, icon: 'hand' }, note);
}

function transferred(entry: Entry): SystemLine {
  const { to_agent, to_agent_name, to_group, from_agent, from_agent_name, reason, note } = dataOf(entry, 'transferred');
  const took = to_agent && (entry.by.kind === 'system' || entry.by.id === to_agent);
  const names = { by: took ? nameOfAgent(from_agent, from_agent_name) : byOf(entry), agent: nameOfAgent(to_agent, to_agent_name), group: groupName(to_group) };
  const text = t(!to_agent ? 'entry.transferred_group' : took ? 'entry.transfer_accepted' : 'entry.transferred_agent', names);
  const why = reason ? t('entry.reason', { reason: reasonName('transfer', reason) }) : '';
  return withMore({ text: why ? `${text} · ${why}` : text, icon: 'transfer' }, note);
}

function requeued(entry: Entry): SystemLine {
  const { why, excluded } = dataOf(entry, 'requeued');
  const key = `entry.requeued_${why ?? ''}`;
  return { text: has(key) ? t(key, { agent: nameOfAgent(excluded) }) : t('entry.requeued'), icon: 'queue' };
}

function ended(entry: Entry): SystemLine {
  const { reason = '' } = dataOf(entry, 'ended');
  const by = byOf(entry);
  const known = ['confirmed', 'customer_ended', 'customer_left', 'agent_ended', 'queue_timeout', 'customer_gone', 'customer_silent', 'confirmation_timeout'];
  const text = known.includes(reason) ? t(`entry.${reason}`, { by }) : t('entry.ended_reason', { by, reason: reasonName('close', reason) });
  return { text, icon: 'door' };
}

/** Why a conversation is over, in a few words. */
export const endReason = (reason: string | undefined): string =>
  (reason ? (has(`end_reason.${reason}`) ? t(`end_reason.${reason}`) : reasonName('close', reason)) : '');
