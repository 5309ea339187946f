import type { Attachment, Id, Problem } from '@baton/protocol';

/** A message on its way. `sent` ones are acknowledged and only wait to be seen in the thread. */
export interface OutboxItem {
  client_id: Id;
  /** null: there is no conversation yet; sending this starts one. */
  conversation: Id | null;
  body: string;
  attachments: Attachment[];
  category?: Id;
  /** When the user sent it, ms since 1970. */
  at: number;
  /** Counts the user's messages, so that they go out in the order they were written. */
  n: number;
  state: 'pending' | 'sent' | 'failed';
  problem?: Problem;
}

/**
 * The outbox in local storage: one key per item, so that two tabs never overwrite each other's items.
 * Where storage is refused or full the items live in memory, and `kept` says so.
 */
export class OutboxStore {
  kept = true;
  private readonly memory = new Map<string, OutboxItem>();
  private readonly prefix: string;

  constructor(private readonly storage: Storage | null, scope: string) {
    this.prefix = `baton.outbox.${scope}.`;
    this.kept = storage !== null;
  }

  owns(key: string | null): boolean {
    return key === null || key.startsWith(this.prefix);
  }

  all(): OutboxItem[] {
    const items = new Map(this.memory);
    for (const item of this.stored()) items.set(item.client_id, item);
    return [...items.values()].sort((a, b) => a.n - b.n || a.at - b.at);
  }

  get(clientId: Id): OutboxItem | undefined {
    return this.memory.get(clientId) ?? parsed(this.read(this.prefix + clientId));
  }

  put(item: OutboxItem): void {
    try {
      if (!this.storage) throw new Error('no storage');
      this.storage.setItem(this.prefix + item.client_id, JSON.stringify(item));
      this.memory.delete(item.client_id);
      this.kept = true;
    } catch {
      this.memory.set(item.client_id, item);
      this.kept = false;
    }
  }

  remove(clientId: Id): void {
    this.memory.delete(clientId);
    try {
      this.storage?.removeItem(this.prefix + clientId);
    } catch { /* refused storage holds nothing */ }
  }

  private stored(): OutboxItem[] {
    try {
      const keys = Array.from({ length: this.storage?.length ?? 0 }, (_, i) => this.storage?.key(i) ?? '');
      return keys.filter((key) => key.startsWith(this.prefix)).map((key) => parsed(this.read(key))).filter((item) => item !== undefined);
    } catch {
      return [];
    }
  }

  private read(key: string): string | null {
    try {
      return this.storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }
}

/** Storage can be edited by anybody at the machine: what is not an item is skipped. */
function parsed(text: string | null): OutboxItem | undefined {
  try {
    const item = JSON.parse(text ?? 'null') as OutboxItem | null;
    const good = item && typeof item.client_id === 'string' && typeof item.body === 'string' && Array.isArray(item.attachments);
    return good ? item : undefined;
  } catch {
    return undefined;
  }
}
