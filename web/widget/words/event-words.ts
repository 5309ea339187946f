import { dataOf, type Entry, type Named } from '@baton/protocol';
import type { Words } from './index.ts';

/** A line of the log that is not words, as the customer reads it. Empty for kinds that say nothing to them. */
export function eventWords(entry: Entry, words: Words, categories: readonly Named[]): string {
  const e = words.events;
  const topic = (id: string | undefined) => categories.find((category) => category.id === id)?.name;
  switch (entry.kind) {
    case 'started': {
      const { category, category_name: told } = dataOf(entry, 'started');
      const name = told ?? topic(category);
      return name ? e.startedWith(name) : e.started;
    }
    case 'assigned': {
      const { agent_name: name, how } = dataOf(entry, 'assigned');
      return how === 'return' ? e.returned(name ?? words.staff) : e.assigned(name ?? words.staff);
    }
    case 'category_changed': {
      const { category, category_name: told } = dataOf(entry, 'category_changed');
      const name = told ?? topic(category);
      return name ? e.categoryChanged(name) : e.categoryChangedUnknown;
    }
    case 'transferred': {
      const { to_agent_name: agent, to_group_name: group } = dataOf(entry, 'transferred');
      const name = agent ?? group;
      return name ? e.transferredTo(name) : e.transferred;
    }
    case 'parked': return e.parked;
    case 'requeued': return e.requeued;
    case 'asked_to_end': return e.askedToEnd;
    case 'withdrawn': return e.withdrawn;
    case 'unresolved': return e.unresolved;
    case 'reopened': return e.reopened;
    case 'ended': return e.ended[dataOf(entry, 'ended').reason ?? ''] ?? e.ended.other ?? '';
    case 'rated': return words.rating.given(words.rating.scores[(dataOf(entry, 'rated').score ?? 0) - 1] ?? '');
    default: return '';
  }
}
