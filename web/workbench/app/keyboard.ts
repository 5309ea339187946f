import { onBeforeUnmount, onMounted } from 'vue';

/** Everything that a key can do. One key each; in a text field the same with Alt. */
export const KEYS = {
  palette: { code: 'KeyK', shown: 'Ctrl K', group: 'everywhere' },
  sheet: { code: 'Slash', shown: '?', group: 'everywhere' },
  availability: { code: 'KeyA', shown: 'A', group: 'everywhere' },
  next: { code: 'KeyN', shown: 'N', group: 'list' },
  following: { code: 'KeyJ', shown: 'J', group: 'list' },
  previous: { code: 'KeyK', shown: 'K', group: 'list' },
  reply: { code: 'KeyR', shown: 'R', group: 'talk' },
  note: { code: 'KeyM', shown: 'M', group: 'talk' },
  accept_offer: { code: 'KeyY', shown: 'Y', group: 'everywhere' },
  decline_offer: { code: 'KeyY', shift: true, shown: 'Shift Y', group: 'everywhere' },
  pick: { code: 'KeyP', shown: 'P', group: 'talk' },
  ask_to_end: { code: 'KeyE', shown: 'E', group: 'talk' },
  end: { code: 'KeyE', shift: true, shown: 'Shift E', group: 'talk' },
  transfer: { code: 'KeyT', shown: 'T', group: 'talk' },
  details: { code: 'KeyI', shown: 'I', group: 'talk' },
  newest: { code: 'KeyB', shown: 'B', group: 'talk' },
} as const satisfies Record<string, { code: string; shift?: boolean; shown: string; group: string }>;

export type KeyAction = keyof typeof KEYS;
export const SECTIONS = ['inbox', 'queue', 'team', 'settings'] as const;
export type Section = (typeof SECTIONS)[number];

const handlers = new Map<KeyAction | Section, (() => void)[]>();

/** While this component is on screen, this key does this; the last one on screen wins. */
export function onKey(action: KeyAction | Section, run: () => void): void {
  onMounted(() => { handlers.set(action, [...handlers.get(action) ?? [], run]); });
  onBeforeUnmount(() => { handlers.set(action, (handlers.get(action) ?? []).filter((other) => other !== run)); });
}

/** Does what the key would do. False when nothing on screen can. */
export function act(action: KeyAction | Section): boolean {
  const run = handlers.get(action)?.at(-1);
  run?.();
  return run !== undefined;
}

/** Dialogs and palettes lie over the page: single keys are theirs then. */
let over = 0;
export const openedOver = (): void => { over += 1; };
export const closedOver = (): void => { over = Math.max(0, over - 1); };

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target.tagName === 'INPUT' && !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type)));

/** Which action a key press asks for; undefined for a press that is none of ours. */
export function actionOf(event: KeyboardEvent): KeyAction | Section | undefined {
  if (event.isComposing || event.keyCode === 229) return undefined;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK') return 'palette';
  if (event.ctrlKey || event.metaKey || over > 0) return undefined;
  if (isTextField(event.target) && !event.altKey) return undefined;
  if (event.key === '?' || (event.altKey && event.code === 'Slash')) return 'sheet';
  const digit = /^Digit([1-4])$/.exec(event.code);
  if (digit && !event.shiftKey) return SECTIONS[Number(digit[1]) - 1];
  const names = Object.keys(KEYS) as KeyAction[];
  return names.find((name) => {
    const key: { code: string; shift?: boolean } = KEYS[name];
    return name !== 'palette' && name !== 'sheet' && key.code === event.code && Boolean(key.shift) === event.shiftKey;
  });
}

export function startKeyboard(): () => void {
  const pressed = (event: KeyboardEvent) => {
    const action = actionOf(event);
    if (action && act(action)) event.preventDefault();
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}
