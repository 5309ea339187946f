import type { Directive } from 'vue';

const CHOICES = '[role="tab"], [role="radio"]';
const isChosen = (choice: Element): boolean => choice.getAttribute('aria-selected') === 'true' || choice.getAttribute('aria-checked') === 'true';
const choicesIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(CHOICES)];

/** Where the key leads among so many; undefined when it does not lead anywhere. */
function next(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight': case 'ArrowDown': return (at + 1) % count;
    case 'ArrowLeft': case 'ArrowUp': return (at - 1 + count) % count;
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return undefined;
  }
}

function move(event: KeyboardEvent): void {
  const all = choicesIn(event.currentTarget as Element);
  const to = next(event.key, all.indexOf(event.target as HTMLElement), all.length);
  const choice = to === undefined ? undefined : all[to];
  if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  choice.focus();
  choice.click();
}

/** One stop for the Tab key: the chosen one, or the first. */
function oneStop(list: Element): void {
  const all = choicesIn(list);
  const chosen = all.find(isChosen) ?? all[0];
  for (const choice of all) choice.tabIndex = choice === chosen ? 0 : -1;
}

/** Tabs and switches made of buttons follow the arrow keys, Home and End, as the ARIA authoring practices have it. */
export const vArrowKeys: Directive<HTMLElement> = {
  mounted(list) {
    list.addEventListener('keydown', move);
    oneStop(list);
  },
  updated: oneStop,
  unmounted(list) { list.removeEventListener('keydown', move); },
};
