// Type errors as advice: where, TypeScript's number, and a sentence of ours. Never a zero, and never the compiler's own text,
// which would quote whatever a type could reach. The compiler runs in a box of its own.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Box, type Level, openBox, type Program } from '@cookie-lessons/sandbox';

import { declaredTypes } from './declared-types';
import { sentenceFor } from './sentences';

/** The compiler needs room: measured 350 MB for one Express program. */
const limits = { memoryBytes: 2 * 1024 * 1024 * 1024, loadMs: 20_000, exchangeMs: 20_000, cpuSeconds: 600, lifeMs: 3_600_000 };
const maxAdvice = 3;

export interface TypeCheckerParts {
  readonly level: Level;
  /** Everything a program of the course may load. */
  readonly modules: readonly string[];
  /** A folder whose node_modules has those and their types. */
  readonly resolveFrom: string;
}

export class TypeChecker {
  readonly #box: Box;
  #program: Promise<Program> | null = null;

  constructor(private readonly parts: TypeCheckerParts) {
    this.#box = openBox({ level: parts.level, modules: ['typescript'], resolveFrom: __dirname, limits });
  }

  /**
   * @param files path inside the exercise -> text.
   * @returns at most three sentences and how many more there are; one that says so when the compiler gave no answer.
   */
  async advise(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const sources = [...files].filter(([path]) => /\.(ts|json)$/.test(path));
    if (!sources.some(([path]) => path.endsWith('.ts'))) return [];
    try {
      const errors = (await (await this.#start()).call('findTypeErrors', [sources])) as readonly unknown[];
      return toAdvice(Array.isArray(errors) ? errors : [], new Set(files.keys()));
    } catch {
      this.#program = null;
      return ['The types of this program could not be checked: the compiler gave no answer.'];
    }
  }

  close(): Promise<void> {
    return this.#box.close();
  }

  #start(): Promise<Program> {
    this.#program ??= this.#load();
    return this.#program;
  }

  async #load(): Promise<Program> {
    const entry = 'find-type-errors.ts';
    const files = new Map([[entry, readFileSync(join(__dirname, 'in-box', entry), 'utf8')]]);
    const program = await this.#box.load({ files, entry, modules: ['typescript'] });
    await program.call('declare', [declaredTypes(this.parts.modules, this.parts.resolveFrom)]);
    return program;
  }
}

/** What came out of the box is untrusted: a known file, whole numbers, and our own words. */
function toAdvice(errors: readonly unknown[], paths: ReadonlySet<string>): string[] {
  const sentences = errors.flatMap((error) => {
    const { path, line, code } = (error ?? {}) as { path?: unknown; line?: unknown; code?: unknown };
    const isPlain = typeof path === 'string' && paths.has(path) && Number.isSafeInteger(line) && Number.isSafeInteger(code);
    return isPlain ? [`${path}:${String(line)} (TS${String(code)}): ${sentenceFor(code as number)}`] : [];
  });
  const more = sentences.length - maxAdvice;
  return [...sentences.slice(0, maxAdvice), ...(more > 0 ? [`… and ${more} more type errors: your editor marks them.`] : [])];
}
