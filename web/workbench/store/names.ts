import { isOver, type Id, type StaffView } from '@baton/protocol';
import { nameIn, t } from '../words/i18n.ts';
import { desk } from './line.ts';
import { session } from './session.ts';

/** Names of things by id, in the reader's language. What the catalogue does not know is left blank, never an id. */

export const myId = (): Id => session.me?.account.id ?? '';
export const groupName = (id: Id | undefined): string => nameIn(desk.catalogue?.groups.find((group) => group.id === id)?.names);
export const categoryName = (id: Id | undefined): string => nameIn(desk.catalogue?.categories.find((category) => category.id === id)?.names);
export const siteName = (id: Id | undefined): string => desk.catalogue?.sites.find((site) => site.id === id)?.name ?? '';
export const agentName = (id: Id | undefined): string => (id ? desk.agents.get(id)?.name ?? '' : '');

/** Visitors without a name are told apart by the end of their id, the part of it that is random. */
export const customerName = ({ customer }: Pick<StaffView, 'customer'>): string => customer.name?.trim() || `${t('common.unnamed')} ${customer.id.slice(-4).toUpperCase()}`;

export function reasonName(kind: 'close' | 'transfer' | 'decline' | 'break', code: string | undefined): string {
  const list = desk.catalogue?.[`${kind}_reasons` as const];
  return nameIn(list?.find((reason) => reason.code === code)?.names, code ?? '');
}

/** How available somebody is, and on a break why. */
export function availabilityWords(agent: { availability: string; availability_reason?: string | undefined; connected?: boolean }): string {
  if (agent.connected === false && agent.availability !== 'off') return t('availability.offline');
  const words = t(`availability.${agent.availability}`);
  return agent.availability_reason ? `${words} · ${reasonName('break', agent.availability_reason)}` : words;
}

export const PRIORITIES = [0, 1, 2] as const;
export const priorityName = (priority: number): string => t(`dialog.priority_${priority <= 0 ? 'normal' : priority === 1 ? 'high' : 'urgent'}`);

/** Whether a colleague can be given work now, and if not, why. Only who is ready is given work; a supervisor may override. */
export function whyNotAvailable(agentId: Id): 'off_duty' | 'not_taking' | 'full' | null {
  const agent = desk.agents.get(agentId);
  if (agent?.connected && agent.availability === 'not_taking') return 'not_taking';
  if (!agent?.connected || agent.availability !== 'ready') return 'off_duty';
  return agent.load >= agent.capacity ? 'full' : null;
}

export const isOpen = (view: StaffView): boolean => !isOver(view.state);
