import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A file is named in kebab case, so that one name fits every file system and every import. */
const house = {
  rules: {
    'kebab-case-file': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program(node) {
          if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))*\.[jt]sx?$/.test(basename(context.filename))) {
            context.report({ node, message: 'File names are kebab-case.' });
          }
        },
      }),
    },
  },
};

const fromParent = { group: ['../**', '..'], message: 'Outside its own folder a file is imported by "@/...".' };
const fromTest = { group: ['@test/**', '**/test/**'], message: 'Product code knows nothing of its tests.' };
const fromApp = { group: ['@/app/**'], message: 'shared -> features -> app: nothing imports app.' };

const importsAllowed = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const restrictedSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  { selector: 'ExportAllDeclaration', message: 'No barrel files.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrel files.' },
];
const chinese = '/[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]/';
const wordsStandInTheDictionary = [
  { selector: `Literal[value=${chinese}]`, message: 'Words of the screen stand in shared/i18n.' },
  { selector: `JSXText[value=${chinese}]`, message: 'Words of the screen stand in shared/i18n.' },
  { selector: `TemplateElement[value.raw=${chinese}]`, message: 'Words of the screen stand in shared/i18n.' },
];

const noTimers = { selector: 'Property[key.name="refetchInterval"]', message: 'The live view tells what has changed (liveKey); no screen asks by a timer.' };
/** What nobody is told of, or what changes by itself with the time; see the decision on it. */
const asksByTimer = [
  'src/features/auditor-desk/**/*.ts',
  'src/features/measures/use-measures.ts',
  'src/features/outside/trunks/use-trunks.ts',
  'src/shared/calls/use-call-details.ts',
  'src/shared/intervals/use-intervals.ts',
  'src/shared/outside/use-number-alarms.ts',
];

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'target'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Deprecated parts of Ant Design print an error, which fails the tests; this rule costs a third of the whole run.
      '@typescript-eslint/no-deprecated': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['eslint.config.js'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.{js,ts,tsx}'],
    plugins: { house },
    rules: {
      'house/kebab-case-file': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      'max-params': ['error', 5],
      'max-depth': ['error', 3],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      ...importsAllowed(fromParent, fromTest),
      'no-restricted-syntax': ['error', ...restrictedSyntax, ...wordsStandInTheDictionary, noTimers],
    },
  },
  { files: asksByTimer, rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax, ...wordsStandInTheDictionary] } },
  { files: ['src/shared/i18n/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax] } },
  {
    files: ['src/shared/**/*.{ts,tsx}'],
    rules: importsAllowed(fromParent, fromTest, fromApp, {
      group: ['@/features/**'],
      message: 'shared -> features: shared code knows no feature.',
    }),
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**/*.{ts,tsx}`],
    rules: importsAllowed(fromParent, fromTest, fromApp, {
      group: ['@/features/**', `!@/features/${feature}`, `!@/features/${feature}/**`],
      message: 'Features never import features.',
    }),
  })),
  {
    files: ['src/**/*.test.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['*.config.ts', 'eslint.config.js', 'test/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
