import { Refused, type WidgetSession } from '@baton/protocol';
import type { WidgetApi } from './widget-api.ts';

/** The parts of local storage we use; refused storage (private windows, third-party rules) forgets instead of failing. */
export class Memory {
  private readonly spare = new Map<string, string>();

  constructor(readonly storage: Storage | null) {}

  get(key: string): string | null {
    try {
      return this.storage?.getItem(key) ?? this.spare.get(key) ?? null;
    } catch {
      return this.spare.get(key) ?? null;
    }
  }

  set(key: string, value: string | null): void {
    try {
      if (value === null) this.storage?.removeItem(key);
      else this.storage?.setItem(key, value);
    } catch { /* the spare keeps it while the page lives */ }
    if (value === null) this.spare.delete(key);
    else this.spare.set(key, value);
  }
}

export interface SessionWish { site: string; language: string; page?: string; device?: string; identity?: string | null }

/**
 * Who the customer is. An anonymous token is remembered per site. The token of an identified customer lives in memory
 * only: the host page says who they are on every visit, so that the next person at this machine sees nothing.
 */
export class SessionKeeper {
  token: string | null = null;

  constructor(private readonly api: WidgetApi, private readonly memory: Memory) {}

  /** Throws Refused. A remembered token that is no longer good is replaced by a new one. */
  async begin(wish: SessionWish): Promise<WidgetSession> {
    const key = `baton.token.${wish.site}`;
    const remembered = this.memory.get(key);
    this.token = null;
    const session = await this.request(wish, remembered).catch((error: unknown) => {
      const stale = remembered !== null && error instanceof Refused && error.problem.code !== 'bad_identity' && error.problem.status === 401;
      if (!stale) throw error;
      this.memory.set(key, null);
      return this.request(wish, null);
    });
    this.token = session.token;
    this.memory.set(key, session.customer.identified ? null : session.token);
    return session;
  }

  private request({ identity, ...wish }: SessionWish, token: string | null): Promise<WidgetSession> {
    return this.api.session({ ...wish, ...(token ? { token } : {}), ...(identity ? { identity } : {}) });
  }
}
