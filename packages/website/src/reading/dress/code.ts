// Code, highlighted by classes: a strict CSP allows no inline style.

import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import http from 'highlight.js/lib/languages/http';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';

import type { Rules } from './rules';

const languages = { ts: typescript, js: typescript, python, sh: bash, http, json, html: xml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** @param info what stands behind the fence, e.g. `ts run limits`. @returns '' where the language isn't known: plain text. */
export function highlighted(code: string, info: string): string {
  const language = info.split(' ')[0] ?? '';
  if (!(language in languages)) return '';
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

/** A long line scrolls in its block, by keyboard too; the page never scrolls sideways. */
export function dressCode(rules: Rules): void {
  const plain = rules.fence;
  rules.fence = (...args) => (plain?.(...args) ?? '').replace('<pre>', '<pre tabindex="0">');
}
