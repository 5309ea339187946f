import '@baton/ui/tokens.css';
import './widget.css';
import { eventStreamTransport, webSocketTransport } from '@baton/live';
import { SessionKeeper, Memory } from './chat/session-keeper.ts';
import { FetchWidgetApi } from './chat/widget-api.ts';
import { wishesOf } from './host/host.ts';
import { openWidget } from './open-widget.ts';

const LIVE = '/api/v1/live';

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const memory = new Memory(storage());
const language = { now: 'en' };
const api = new FetchWidgetApi(() => ({ token: keeper.token, language: language.now }));
const keeper: SessionKeeper = new SessionKeeper(api, memory);

void openWidget({
  wishes: wishesOf(location), memory, keeper, api, language,
  live: () => ({
    webSocket: webSocketTransport(`${location.origin.replace(/^http/, 'ws')}${LIVE}`),
    eventStream: eventStreamTransport({
      events: `${LIVE}/events`, frames: `${LIVE}/frames`,
      headers: (): Record<string, string> => keeper.token ? { Authorization: `Bearer ${keeper.token}` } : {},
    }),
    locks: navigator.locks,
  }),
});
