import type { Topic } from '@baton/protocol';
import { inject, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import type { Words } from '../words/index.ts';
import type { Chat } from './chat.ts';
import type { Files } from './files.ts';
import type { Uploads } from './uploads.ts';

/** What every part of the screen may use. Parts neither fetch nor keep: they show `chat` and call it. */
export interface Context {
  chat: Chat;
  files: Files;
  uploads: Uploads;
  words: ComputedRef<Words>;
  language: Ref<string>;
  /** The server's clock, moved every few seconds: ms since 1970. */
  now: Ref<number>;
  categories: ComputedRef<readonly Topic[]>;
  muted: Ref<boolean>;
  embedded: boolean;
  fullScreen: Ref<boolean>;
  /** A sentence for the user, shown for a while. */
  say: (text: string) => void;
  close: () => void;
}

export const CONTEXT: InjectionKey<Context> = Symbol('baton');

export function useContext(): Context {
  const context = inject(CONTEXT);
  if (!context) throw new Error('A part of the widget stands outside of it.');
  return context;
}
