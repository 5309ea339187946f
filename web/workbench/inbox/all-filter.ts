import type { Id, StaffView } from '@baton/protocol';
import { reactive } from 'vue';

/** What the list of all conversations shows. Kept while the workbench is open. */
export interface AllFilterState { state: 'open' | 'ended'; group: Id | ''; agent: Id | '' }

const filter = reactive<AllFilterState>({ state: 'open', group: '', agent: '' });
export const filterOf = (): AllFilterState => filter;

export const matches = (view: StaffView, { group, agent }: Pick<AllFilterState, 'group' | 'agent'>): boolean =>
  (!group || view.group === group) && (!agent || view.agent === agent);
