import type { Id, StaffView } from '@baton/protocol';
import { t } from '../words/i18n.ts';
import { post } from './http.ts';
import { viewed } from './line.ts';
import { agentName, categoryName, customerName, groupName, priorityName } from './names.ts';
import { say, sayProblem } from './toasts.ts';

type Body = Record<string, unknown>;

/** One command over REST. The answer is shown at once; the socket tells the same. Null when it was refused, and said so. */
async function give(id: Id, verb: string, body: Body = {}): Promise<StaffView | null> {
  try {
    const view = await post<StaffView>(`/conversations/${id}/${verb}`, body);
    viewed(view);
    return view;
  } catch (error) {
    sayProblem(error);
    return null;
  }
}

async function giveAndSay(id: Id, verb: string, body: Body, words: (view: StaffView) => string): Promise<boolean> {
  const view = await give(id, verb, body);
  if (view) say(words(view));
  return view !== null;
}

export const pick = (id: Id): Promise<boolean> => giveAndSay(id, 'pick', {}, (view) => t('said.picked', { name: customerName(view) }));

export const acceptOffer = (id: Id): Promise<boolean> => giveAndSay(id, 'offer/accept', {}, (view) => t('said.picked', { name: customerName(view) }));

export const declineOffer = async (id: Id, reason: string): Promise<boolean> => (await give(id, 'offer/decline', { reason })) !== null;

export const assign = (id: Id, agent: Id, override: boolean): Promise<boolean> =>
  giveAndSay(id, 'assign', { agent, ...(override ? { override } : {}) }, () => t('said.assigned', { name: agentName(agent) }));

export const withdraw = (id: Id): Promise<boolean> => giveAndSay(id, 'withdraw', {}, () => t('said.withdrawn'));

/** Where a group asks for no confirmation this ends at once; otherwise it can be taken back for as long as nobody answered. */
export async function askToEnd(id: Id, summary: string): Promise<boolean> {
  const view = await give(id, 'ask-to-end', summary.trim() ? { summary: summary.trim() } : {});
  if (!view) return false;
  if (view.state === 'awaiting_confirmation') say(t('said.asked'), { action: { label: t('common.undo'), run: () => void withdraw(id) } });
  else say(t('said.ended'));
  return true;
}

export const end = (id: Id, reason: string): Promise<boolean> => giveAndSay(id, 'end', { reason }, () => t('said.ended'));

export const withdrawOffer = async (id: Id): Promise<boolean> => (await give(id, 'transfer/withdraw')) !== null;

/** To an agent, to whoever is best in a group, or to the line of a group. */
export interface Transfer { agent?: Id; best?: boolean; group?: Id; reason: string; note: string; override: boolean }

export function transfer(id: Id, { agent, best, group, reason, note, override }: Transfer): Promise<boolean> {
  const body = { ...(agent ? { agent } : {}), ...(best ? { best } : {}), ...(group ? { group } : {}), reason, ...(note.trim() ? { note: note.trim() } : {}), ...(override ? { override } : {}) };
  return giveAndSay(id, 'transfer', body, (view) => {
    if (view.transfer_offer) return t('said.asked_agent', { name: agentName(view.offered_to) });
    return view.agent ? t('said.transferred_agent', { name: agentName(view.agent) }) : t('said.transferred_group', { name: groupName(group) });
  });
}

export const changeCategory = (id: Id, category: Id): Promise<boolean> =>
  giveAndSay(id, 'category', { category }, () => t('said.category', { name: categoryName(category) }));

export const setPriority = (id: Id, priority: number): Promise<boolean> =>
  giveAndSay(id, 'priority', { priority }, () => t('said.priority', { name: priorityName(priority) }));
