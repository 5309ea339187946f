import type { Id } from '@baton/protocol';
import type { Schemas } from '@baton/protocol/schemas.ts';
import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue';
import { get, post, problemIn, put, remove } from '../store/http.ts';
import { serverNow } from '../store/now.ts';
import { say, sayProblem } from '../store/toasts.ts';
import { t } from '../words/i18n.ts';
import { problemWords } from '../words/problem-words.ts';
import { weekAround } from './week.ts';

export type Shift = Schemas['Shift'];
export type Swap = Schemas['ShiftSwap'];
export type SwapAnswer = Schemas['SwapAnswer'];
export interface Written { agent: Id; kind: Shift['kind']; starts_at: string; ends_at: string; note?: string }

const REFRESH_MILLIS = 60_000;

export const iso = (at: number): string => new Date(at).toISOString();

/** The roster of one week, and what a supervisor does to it. What is refused is said, and the week is as it was. */
export function useRoster() {
  const by = ref(0);
  const week = computed(() => weekAround(serverNow(), by.value));
  const view = shallowRef<Schemas['RosterView'] | null>(null);
  const failed = ref('');

  async function load(): Promise<void> {
    const shown = week.value;
    try {
      const loaded = await get<Schemas['RosterView']>(`/roster?from=${iso(shown[0] ?? 0)}&until=${iso(shown.at(-1) ?? 0)}`);
      if (shown[0] !== week.value[0]) return;
      view.value = loaded;
      failed.value = '';
    } catch (error) {
      failed.value = problemWords(problemIn(error));
    }
  }

  async function doing(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      sayProblem(error);
      return false;
    } finally {
      await load();
    }
  }

  const add = (shift: Written): Promise<boolean> => doing(() => post('/roster/shifts', shift));
  const change = (id: Id, shift: Written): Promise<boolean> => doing(() => put(`/roster/shifts/${id}`, shift));
  const drop = async (shift: Shift): Promise<boolean> => {
    const done = await doing(() => remove(`/roster/shifts/${shift.id}`));
    if (done) say(t('roster.deleted'), { action: { label: t('common.undo'), run: () => void add(writtenOf(shift)) } });
    return done;
  };
  const repeat = (pattern: Schemas['ShiftPatternDetails']): Promise<boolean> => doing(() => post('/roster/patterns', pattern));
  const dropPattern = (id: Id): Promise<boolean> => doing(() => remove(`/roster/patterns/${id}`));
  const answer = (id: Id, said: SwapAnswer): Promise<boolean> => doing(() => put(`/me/swaps/${id}`, { answer: said }));
  const turn = (weeks: number): void => { by.value = weeks === 0 ? 0 : by.value + weeks; view.value = null; void load(); };

  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => { void load(); timer = setInterval(() => { if (document.visibilityState === 'visible') void load(); }, REFRESH_MILLIS); });
  onBeforeUnmount(() => clearInterval(timer));
  return { week, view, failed, load, add, change, drop, repeat, dropPattern, answer, turn };
}

export const writtenOf = (shift: Shift): Written => ({ agent: shift.agent, kind: shift.kind, starts_at: shift.starts_at, ends_at: shift.ends_at, ...(shift.note ? { note: shift.note } : {}) });
