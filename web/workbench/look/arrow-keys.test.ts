import { afterEach, describe, expect, it } from 'vitest';
import { createApp, defineComponent, h, nextTick, ref, withDirectives } from 'vue';
import { vArrowKeys } from './arrow-keys.ts';

const sides = ['left', 'middle', 'right'];
const chosen = ref('left');
const Switch = defineComponent(() => () => withDirectives(
  h('div', { role: 'radiogroup' }, sides.map((side) => h('button', { role: 'radio', 'aria-checked': String(chosen.value === side), onClick: () => { chosen.value = side; } }, side))),
  [[vArrowKeys]],
));

let unmount = (): void => {};

function show(): HTMLElement[] {
  const app = createApp(Switch);
  const root = document.body.appendChild(document.createElement('div'));
  app.mount(root);
  unmount = () => { app.unmount(); root.remove(); };
  return [...root.querySelectorAll<HTMLElement>('button')];
}

async function press(key: string): Promise<void> {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await nextTick();
}

afterEach(() => { unmount(); chosen.value = 'left'; });

describe('a switch made of buttons', () => {
  it('is one stop for the Tab key', () => {
    expect(show().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  });
  it('follows the arrow keys around its ends, Home and End', async () => {
    const [first] = show();
    first?.focus();
    await press('ArrowRight');
    expect([chosen.value, document.activeElement?.textContent]).toEqual(['middle', 'middle']);
    await press('End');
    await press('ArrowDown');
    expect(chosen.value).toBe('left');
    await press('ArrowLeft');
    expect(chosen.value).toBe('right');
    await press('Home');
    expect(chosen.value).toBe('left');
  });
  it('moves its one stop along with the choice', async () => {
    const all = show();
    all[0]?.focus();
    await press('ArrowRight');
    expect(all.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  });
});
