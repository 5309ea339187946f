import { eventStreamTransport, webSocketTransport, type OpenTransport } from '@baton/live';

/** What stands between the workbench and the network; a development build may put a fake company here. */
export interface Backend {
  fetch: typeof fetch;
  webSocket: OpenTransport;
  eventStream?: OpenTransport;
  /** Absent: XMLHttpRequest, for the sake of progress. */
  upload?: (file: File, told: (share: number) => void, signal: AbortSignal) => Promise<Response>;
}

export const API = '/api/v1';

const socketUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${API}/live`;

let current: Backend | undefined;

export function useBackend(backend: Backend): void {
  current = backend;
}

export function backend(headers: () => Record<string, string>): Backend {
  current ??= {
    fetch: (input, init) => fetch(input, init),
    webSocket: webSocketTransport(socketUrl()),
    eventStream: eventStreamTransport({ events: `${API}/live/events`, frames: `${API}/live/frames`, headers }),
  };
  return current;
}
