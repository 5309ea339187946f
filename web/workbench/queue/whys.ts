import type { Id } from '@baton/protocol';
import type { Schemas } from '@baton/protocol/schemas.ts';
import { onUnmounted, shallowRef, watch, type WatchSource } from 'vue';
import { request } from '../store/http.ts';
import { whyWords } from '../words/why-words.ts';

const EVERY_MILLIS = 5000;

/** Why each who waits has nobody yet, in one line; read again when the line changes, and every few seconds. */
export function useWhys(line: WatchSource<unknown>) {
  const whys = shallowRef(new Map<Id, string>());
  async function read(): Promise<void> {
    try {
      const { items } = await request<Schemas['Explanations']>('GET', '/queue/why');
      whys.value = new Map(items.flatMap(({ conversation, why }) => (why ? [[conversation, whyWords(why)] as const] : [])));
    } catch { /* What was read last stays; the line itself is live. */ }
  }
  void read();
  const timer = setInterval(() => void read(), EVERY_MILLIS);
  watch(line, () => void read());
  onUnmounted(() => clearInterval(timer));
  return whys;
}
