import '@baton/ui/tokens.css';
import './look/base.css';
import './look/element.ts';
import { createApp } from 'vue';
import App from './app/App.vue';
import { router } from './app/router.ts';
import { startTicking } from './store/now.ts';
import { startPreferences } from './store/preferences.ts';
import { i18n } from './words/i18n.ts';

async function start(): Promise<void> {
  // `?fake` puts a company into the page, to look at screens without a server. Not in what is shipped.
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    const { useFakeCompany } = await import('./dev/use-fake-company.ts');
    useFakeCompany();
  }
  startPreferences();
  startTicking();
  createApp(App).use(i18n).use(router).mount('#app');
}

void start();
