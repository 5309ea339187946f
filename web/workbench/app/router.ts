import { createRouter, createWebHistory } from 'vue-router';
import InboxPage from '../inbox/InboxPage.vue';

/** Pages of the workbench. The list and one conversation are the address, so that back, reload and links work. */
export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/workbench/inbox/:tab(mine|queue|all)/:id?', name: 'inbox', component: InboxPage, props: true },
    { path: '/workbench/queue', name: 'queue', component: () => import('../queue/QueuePage.vue') },
    { path: '/workbench/team', name: 'team', component: () => import('../team/TeamPage.vue') },
    { path: '/workbench/team/hand-over/:agent?', name: 'hand-over', component: () => import('../team/HandOverPage.vue'), props: true },
    { path: '/workbench/team/roster', name: 'roster', component: () => import('../roster/RosterPage.vue'), meta: { supervisor: true } },
    { path: '/workbench/team/shifts', name: 'my-shifts', component: () => import('../roster/MyShiftsPage.vue') },
    {
      path: '/workbench/settings', component: () => import('../settings/SettingsPage.vue'),
      children: [
        { path: '', name: 'settings', redirect: { name: 'settings-me' } },
        { path: 'me', name: 'settings-me', component: () => import('../settings/PreferencesPage.vue') },
        { path: 'my-canned-replies', name: 'settings-my_canned', component: () => import('../settings/CannedPage.vue'), props: { personal: true } },
        { path: 'password', name: 'settings-password', component: () => import('../settings/PasswordPage.vue') },
        { path: 'groups', name: 'settings-groups', component: () => import('../settings/GroupsPage.vue'), meta: { admin: true } },
        { path: 'hours', name: 'settings-business_hours', component: () => import('../settings/HoursPage.vue'), meta: { admin: true } },
        { path: 'categories', name: 'settings-categories', component: () => import('../settings/CategoriesPage.vue'), meta: { admin: true } },
        { path: 'accounts', name: 'settings-accounts', component: () => import('../settings/AccountsPage.vue'), meta: { admin: true } },
        { path: 'sites', name: 'settings-sites', component: () => import('../settings/SitesPage.vue'), meta: { admin: true } },
        { path: 'reasons', name: 'settings-reasons', component: () => import('../settings/ReasonsPage.vue'), meta: { admin: true } },
        { path: 'wrong-topics', name: 'settings-wrong_topics', component: () => import('../settings/WrongTopicsPage.vue'), meta: { admin: true } },
        { path: 'canned-replies', name: 'settings-canned', component: () => import('../settings/CannedPage.vue'), meta: { admin: true }, props: { personal: false } },
        { path: 'policy/:group?', name: 'settings-policy', component: () => import('../settings/PolicyPage.vue'), meta: { admin: true }, props: true },
      ],
    },
    { path: '/:rest(.*)*', redirect: { name: 'inbox', params: { tab: 'mine' } } },
  ],
});
