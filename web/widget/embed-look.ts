/** The launcher's look. Adopted as a constructed style sheet: no style element, no style attribute in markup. */
export const SHEET = `
:host { all: initial; }
.box { position: fixed; z-index: 2147483000; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); }
.box.left { right: auto; left: max(20px, env(safe-area-inset-left)); }
.launcher { all: unset; box-sizing: border-box; position: relative; display: grid; place-items: center; width: 56px; height: 56px; border-radius: 50%;
  background: var(--ground, #2456e6); color: var(--ink, #fff); cursor: pointer; box-shadow: 0 4px 14px rgb(0 0 0 / .22), 0 1px 3px rgb(0 0 0 / .18);
  transition: transform .18s cubic-bezier(.2,.8,.2,1), box-shadow .18s; -webkit-tap-highlight-color: transparent; }
.launcher:hover { transform: scale(1.06); box-shadow: 0 8px 22px rgb(0 0 0 / .26); }
.launcher:active { transform: scale(.96); }
.launcher:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px var(--ground, #2456e6); }
svg { grid-area: 1 / 1; width: 28px; height: 28px; fill: currentColor; transition: transform .22s cubic-bezier(.2,.8,.2,1), opacity .16s; }
.cross { opacity: 0; transform: rotate(-45deg) scale(.6); }
.shown .chat { opacity: 0; transform: rotate(45deg) scale(.6); }
.shown .cross { opacity: 1; transform: none; }
.badge { position: absolute; top: -4px; right: -4px; box-sizing: border-box; min-width: 20px; height: 20px; padding: 0 6px; border-radius: 10px; display: none;
  background: #d92d20; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center; box-shadow: 0 0 0 2px #fff; font-variant-numeric: tabular-nums; }
.badge.some { display: block; }
.shown .badge { display: none; }
.frame { position: absolute; right: 0; bottom: 72px; width: min(400px, calc(100vw - 40px)); height: min(680px, calc(100vh - 112px)); border: 0; border-radius: 16px;
  background: transparent; color-scheme: normal; box-shadow: 0 0 0 1px rgb(128 136 150 / .28), 0 16px 48px rgb(15 23 42 / .22), 0 2px 8px rgb(15 23 42 / .12); visibility: hidden; opacity: 0; transform: translateY(12px) scale(.98);
  transform-origin: bottom right; transition: opacity .18s, transform .22s cubic-bezier(.2,.8,.2,1), visibility 0s .22s; }
.left .frame { right: auto; left: 0; transform-origin: bottom left; }
.shown .frame { visibility: visible; opacity: 1; transform: none; transition: opacity .18s, transform .22s cubic-bezier(.2,.8,.2,1); }
@media (max-width: 520px), (max-height: 460px) {
  .frame { position: fixed; inset: 0; width: 100vw; height: 100dvh; border-radius: 0; box-shadow: none; }
  .shown .launcher { display: none; }
}
@media (prefers-reduced-motion: reduce) { .launcher, svg, .frame, .shown .frame { transition: none; } .launcher:hover { transform: none; } }
@media (forced-colors: active) { .launcher { border: 2px solid ButtonText; } }
@media print { .box { display: none; } }
`;

export const CHAT_ICON = 'M12 3C6.9 3 3 6.6 3 11.1c0 2.4 1.1 4.5 2.9 6-.1 1-.5 2-1.2 2.8-.3.3 0 .8.4.8 1.7-.1 3.2-.7 4.3-1.6.8.2 1.7.3 2.6.3 5.1 0 9-3.6 9-8.2S17.1 3 12 3zM8 12.4a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6zm4 0a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6zm4 0a1.3 1.3 0 1 1 0-2.6 1.3 1.3 0 0 1 0 2.6z';
export const CLOSE_ICON = 'M12 14.8 5.7 8.5l1.4-1.4L12 12l4.9-4.9 1.4 1.4z';
