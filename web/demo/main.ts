import '@baton/ui/tokens.css';
import './demo.css';

const root = document.documentElement;
const baton = (...call: [string, ...unknown[]]) => (window as { Baton?: (...call: unknown[]) => void }).Baton?.(...call);

function speak(language: 'zh' | 'en'): void {
  root.dataset.language = language;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = language === 'zh' ? '山茶小铺' : 'Camellia Store';
}

const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

speak(/^zh\b/i.test(navigator.language) ? 'zh' : 'en');
document.querySelector('#ask')?.addEventListener('click', () => baton('open'));
document.querySelector('#language')?.addEventListener('click', () => {
  const next = root.dataset.language === 'zh' ? 'en' : 'zh';
  speak(next);
  baton('language', next);
});
document.querySelector('#theme')?.addEventListener('click', () => {
  root.dataset.theme = dark() ? 'light' : 'dark';
  baton('theme', root.dataset.theme);
});
