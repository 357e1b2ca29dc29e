// What the checks need is not exported, or under another name.

import { nearest } from '@cookie-lessons/lesson-contract';

import { type Case, type Diagnosis, symptomOf } from './diagnosis';
import { listed, quoted } from './quoted';
import { exportedNames, literally, placeOf } from './source-text';

/** Requests need an app. */
export function nothingExported(of: Case): Diagnosis | null {
  if (symptomOf(of, 'nothing-exported') === null) return null;
  const { entry } = of.onDisk.exercise;
  const source = of.files.get(entry) ?? '';
  const exports = exportedNames(source);
  const [, app = 'app'] = /\b(?:const|let|var)\s+(\w{1,40})(?:\s*:[^=\n]+)?\s*=\s*express\s*\(/.exec(source) ?? [];
  const isNoApp = exports.find((name) => ['default', 'app', 'createApp'].includes(name));
  // Our own code around an app takes it as a refusal when it can't be loaded; then what is exported is not known.
  if (isNoApp !== undefined && of.onDisk.exercise.harness !== undefined) return null;
  const near = exports.map((name) => [name, nearest(name, ['app', 'createApp'])] as const).find(([, meant]) => meant !== null);
  return {
    id: 'nothing-exported',
    what: whatIsExported(entry, exports, isNoApp),
    where: placeOf(new Map([[entry, source]]), exports.length === 0 ? /\bexpress\s*\(\s*\)/ : /^export\b|^(module\.)?exports\b/),
    repair: `${near === undefined || isNoApp !== undefined ? '' : `Did you mean ${quoted(near[1] ?? '', 40)} instead of ${quoted(near[0], 40)}? `}End ${entry} with: export default ${factoryOf(exports) ?? app};`,
  };
}

function whatIsExported(entry: string, exports: readonly string[], isNoApp: string | undefined): string {
  if (exports.length === 0) return `${entry} exports nothing, so there is no app to send requests to.`;
  if (isNoApp !== undefined) return `What ${entry} exports as ${quoted(isNoApp)} is no app: it can't answer requests.`;
  return `${entry} exports ${names(exports)}, but the app is looked for elsewhere: it is the default export, or else "app" or "createApp".`;
}

/** Other checks call functions by name. */
export function noSuchFunction(of: Case): Diagnosis | null {
  const symptom = symptomOf(of, 'no-such-function');
  if (symptom === null) return null;
  const name = symptom.name;
  const path = fileOf(of, name);
  const source = of.files.get(path) ?? '';
  const exports = exportedNames(source);
  const declared = placeOf(new Map([[path, source]]), new RegExp(`\\b(function|const|let|var|class)\\s+${literally(name)}\\b`));
  const near = declared === null ? nearest(name, exports) : null;
  return {
    id: 'no-such-function',
    what: `${path} exports no function ${quoted(name, 40)}${exports.length === 0 ? ': it exports nothing' : exports.includes(name) ? ': what has that name is no function' : `, only ${names(exports)}`}.`,
    where: declared ?? (near === null ? null : placeOf(new Map([[path, source]]), new RegExp(`\\b${literally(near)}\\b`))),
    repair:
      declared !== null && !exports.includes(name)
        ? `Write "export" in front of it: export function ${name}(…).`
        : near === null
          ? `The checks call it by its name: write export function ${name}(…) in ${path}.`
          : `Did you mean ${quoted(name, 40)} instead of ${quoted(near, 40)}? The checks call it by its name.`,
  };
}

/** The file whose starter exports it; else the one that is loaded. */
function fileOf({ onDisk, files }: Case, name: string): string {
  const found = [...onDisk.starter].find(([path, text]) => files.has(path) && exportedNames(text).includes(name));
  return found?.[0] ?? onDisk.exercise.entry;
}

/** `makeApp` and the like; `createApp` makes the app when it is the default export. */
function factoryOf(exports: readonly string[]): string | null {
  const factory = exports.find((name) => /^(make|create|build|get|start)_?\w*(app|server)$/i.test(name));
  return factory === undefined ? null : `${factory}()`;
}

function names(exports: readonly string[]): string {
  return listed(exports.slice(0, 4).map((name) => quoted(name, 40)));
}
