import { isOurs, type ToLoader, type ToPage } from './message.ts';

/**
 * The page that embeds us, seen from inside. Its origin comes in the address; the browser lets only origins of the
 * site's list frame us, delivers our words to that exact origin only, and its words count only from that origin.
 */
export class Host {
  readonly embedded: boolean;

  constructor(private readonly origin: string | null, private readonly listener: (message: ToPage) => void) {
    this.embedded = origin !== null && window.parent !== window;
    if (this.embedded) addEventListener('message', this.heard);
  }

  tell(message: ToLoader): void {
    if (this.embedded && this.origin) window.parent.postMessage(message, this.origin);
  }

  private readonly heard = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== this.origin || !isOurs(event.data)) return;
    this.listener(event.data as ToPage);
  };
}

/** What the loader asks for, from the address of the page: ?site=KEY#host=…&page=…&language=…&theme=… */
export interface Wishes { site: string; host: string | null; page: string | null; language: string | null; theme: string | null; identified: boolean }

export function wishesOf(location: { search: string; hash: string }): Wishes {
  const query = new URLSearchParams(location.search);
  const hash = new URLSearchParams(location.hash.replace(/^#/, ''));
  const told = hash.get('host');
  const host = told && /^https?:\/\/[^/]+$/.test(told) ? told : null;
  const page = hash.get('page');
  return {
    site: query.get('site') ?? '', host, page: host && page?.startsWith(`${host}/`) ? page : null,
    language: hash.get('language'), theme: hash.get('theme'), identified: hash.has('identified'),
  };
}
