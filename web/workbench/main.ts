import '@baton/ui/tokens.css';
import 'element-plus/dist/index.css';
import ElementPlus from 'element-plus';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createI18n } from 'vue-i18n';
import { createRouter, createWebHistory } from 'vue-router';
import App from './app/App.vue';

const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: 'en', messages: { zh: {}, en: {} } });
const router = createRouter({ history: createWebHistory('/'), routes: [{ path: '/:rest(.*)*', component: App }] });

createApp(App).use(createPinia()).use(i18n).use(router).use(ElementPlus).mount('#app');
