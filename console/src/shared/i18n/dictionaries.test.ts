import { expect, test } from 'vitest';
import { en } from '@/shared/i18n/en/dictionary';
import { zh } from '@/shared/i18n/zh/dictionary';

interface Words {
  readonly [key: string]: string | Words;
}

function texts(words: Words, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') {
      found.set(here, value);
    } else {
      texts(value, here).forEach((text, inner) => found.set(inner, text));
    }
  }
  return found;
}

const chinese = texts(zh);
const english = texts(en);
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('Chinese and English have the same keys', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test.each([...chinese.keys()])('%s says something in both languages, with the same placeholders', (key) => {
  const zhText = chinese.get(key) ?? '';
  const enText = english.get(key) ?? '';
  expect(zhText).not.toBe('');
  expect(enText).not.toBe('');
  expect(placeholders(enText)).toEqual(placeholders(zhText));
});

test('English words hold no Chinese, but for the name of the language', () => {
  const mixed = [...english].filter(([key, text]) => key !== 'common.chinese' && /[\u4e00-\u9fff]/.test(text));
  expect(mixed).toEqual([]);
});
