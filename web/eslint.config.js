import globals from 'globals';
import ts from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

/**
 * Zones: calls go down only. protocol ← live ← (ui) ← widget | workbench | demo.
 * The two applications never see each other; ui never fetches; live knows no framework.
 */
const zone = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: forbidden.map(([group, message]) => ({ group, message })) }],
  },
});

const VUE = [['vue', 'vue/*', 'vue-router', 'vue-i18n', 'pinia', 'element-plus', 'element-plus/*'], 'This zone is framework-free.'];
const APPS = [['@baton/widget', '@baton/widget/*', '@baton/workbench', '@baton/workbench/*', '@baton/demo', '@baton/demo/*',
  '**/widget/**', '**/workbench/**', '**/demo/**'], 'A lower zone never calls an application.'];
const upwards = (...names) => [names.flatMap((n) => [`@baton/${n}`, `@baton/${n}/*`]), 'Calls go down only: protocol ← live ← ui ← applications.'];
const sideways = (...names) => [names.flatMap((n) => [`@baton/${n}`, `@baton/${n}/*`, `**/${n}/**`]), 'Applications never see each other.'];
const HEAVY = [['element-plus', 'element-plus/*', 'vue-i18n', 'vue-router', 'pinia', 'echarts'], 'The widget has a budget of 60 KB: no large libraries.'];

export default ts.config(
  { ignores: ['dist/**', '**/node_modules/**', 'protocol/openapi.ts'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': ['error',
        { property: 'innerHTML', message: 'Nothing user-made is ever rendered as HTML.' },
        { property: 'outerHTML', message: 'Nothing user-made is ever rendered as HTML.' },
        { property: 'insertAdjacentHTML', message: 'Nothing user-made is ever rendered as HTML.' }],
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any', normal: 'any' } }],
      'vue/html-indent': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/component-name-in-template-casing': ['error', 'PascalCase', { registeredComponentsOnly: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  zone(['protocol/**'], [VUE, APPS, upwards('live', 'ui')]),
  zone(['live/**'], [VUE, APPS, upwards('ui')]),
  zone(['ui/**'], [APPS, upwards('live'), [['element-plus', 'element-plus/*', 'vue-router', 'pinia'], 'ui parts are dumb and small.']]),
  zone(['widget/**'], [sideways('workbench', 'demo'), HEAVY]),
  zone(['workbench/**'], [sideways('widget', 'demo')]),
  zone(['demo/**'], [sideways('widget', 'workbench')]),
  { // These talk to a terminal, and test names are long lists of one thing.
    files: ['scripts/**', '**/*.test.ts', '**/*.config.ts', '**/dev/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off', 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
