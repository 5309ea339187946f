import { problemWords } from '../words/problem-words.ts';
import { shallowReactive } from 'vue';
import { problemIn } from './http.ts';

export interface Toast { id: number; tone: 'good' | 'bad'; text: string; action?: { label: string; run: () => void } }

/** Short news at the edge of the screen: what an action did, or why it did not. */
export const toasts = shallowReactive<Toast[]>([]);

let counter = 0;
const SHOWN_MILLIS = { good: 4_000, bad: 8_000, action: 5_000 };

export function say(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  const toast: Toast = { id: ++counter, tone: 'good', text, ...more };
  const same = toasts.findIndex((other) => other.text === text);
  if (same >= 0) toasts.splice(same, 1);
  if (toasts.length >= 3) toasts.shift();
  toasts.push(toast);
  setTimeout(() => dismiss(toast.id), toast.action ? SHOWN_MILLIS.action : SHOWN_MILLIS[toast.tone]);
}

/** Says why something did not work; a cancelled request needs no word. */
export function sayProblem(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  say(problemWords(problemIn(error)), { tone: 'bad' });
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}
