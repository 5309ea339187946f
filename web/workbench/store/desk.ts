import type { Typist, Thread } from '@baton/live';
import type { Catalogue, CatalogueAgent, Id, StaffView } from '@baton/protocol';
import { shallowReactive } from 'vue';

/** Everything that the workbench knows of the world. Values in it are never changed, only replaced. */
export interface Desk {
  /** Open conversations: mine, the queue of my groups, and all others while they are watched. */
  items: Map<Id, StaffView>;
  /** The conversations that are followed entry by entry. */
  threads: Map<Id, Thread<StaffView>>;
  typists: Map<Id, Typist>;
  agents: Map<Id, CatalogueAgent>;
  catalogue: Catalogue | null;
  /** Whether the first list has come. */
  loaded: boolean;
  /** How far I have read, where the server's view may not know it yet (`public_seq`). */
  read: Map<Id, number>;
}

export const emptyDesk = (): Desk => ({
  items: new Map(), threads: new Map(), typists: new Map(), agents: new Map(), catalogue: null, loaded: false, read: new Map(),
});

/** The same, watched by the screen. */
export function liveDesk(): Desk {
  const desk = emptyDesk();
  return shallowReactive({
    ...desk,
    items: shallowReactive(desk.items), threads: shallowReactive(desk.threads), typists: shallowReactive(desk.typists),
    agents: shallowReactive(desk.agents), read: shallowReactive(desk.read),
  });
}
