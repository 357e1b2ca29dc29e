// The program asks for a module that isn't there: a package it may not use or that has another name, or a file that isn't read.

import { nearest } from '@cookie-lessons/lesson-contract';

import { type Case, type Diagnosis, symptomOf } from './diagnosis';
import { listed, quoted } from './quoted';
import { literally, placeOf } from './source-text';

export function missingModule(of: Case): Diagnosis | null {
  const { detail } = symptomOf(of, 'did-not-start') ?? { detail: '' };
  const [, file] = /Cannot find '([^'\n]+)', imported by /.exec(detail) ?? [];
  if (file !== undefined) return missingFile(of, file);
  const [, name] = /'([^'\n]+)' can't be loaded here\./.exec(detail) ?? [];
  return name === undefined ? null : missingPackage(of, name);
}

function missingFile(of: Case, name: string): Diagnosis {
  const { undeclared, onDisk } = of;
  const declared = onDisk.exercise.files;
  const near = nearest(withoutEnding(name), declared.map(withoutEnding));
  const isThere = undeclared.find(({ path }) => withoutEnding(path) === withoutEnding(name))?.path;
  const reads = `this exercise reads ${listed(declared)} and nothing else`;
  return {
    id: 'missing-module',
    what: `Your program imports ${quoted(name)}, and ${isThere === undefined ? `there is no such file: ${reads}` : `${quoted(isThere)} is there, but ${reads}`}.`,
    where: placeOfImport(of, name),
    repair:
      near !== null && isThere === undefined
        ? `Did you mean "./${near}"?`
        : `Put what you need from it into ${onDisk.exercise.entry}, and take the import away.`,
  };
}

function missingPackage(of: Case, name: string): Diagnosis {
  const { modules } = of.onDisk.exercise;
  const near = nearest(name, [...modules, ...commonNodeModules]);
  const allowed = modules.length === 0 ? 'no packages' : listed(modules);
  return {
    id: 'missing-module',
    what: `Your program asks for the module ${quoted(name)}, and ${reachesOut.test(name) ? 'no program may use that here: it reaches other computers or other programs' : 'this exercise has none of that name'}.`,
    where: placeOfImport(of, name),
    repair: `${near === null || near === name ? '' : `Did you mean "${near}"? `}This exercise may use ${allowed}, and Node's own modules, except those for the network and for processes.`,
  };
}

/** Of Node's own, what a program may be after whose author slipped. */
const commonNodeModules = ['crypto', 'buffer', 'fs', 'path', 'url', 'util', 'zlib', 'querystring', 'events'].flatMap((name) => [
  name,
  `node:${name}`,
]);

const reachesOut = /^(node:)?(child_process|cluster|dgram|dns|http2|net|tls|worker_threads|vm|inspector|process)(\/|$)/;

function placeOfImport({ files }: Case, name: string): Diagnosis['where'] {
  return placeOf(files, new RegExp(`(?:from|import|require\\s*\\(|import\\s*\\()\\s*['"]${literally(name)}['"]`));
}

function withoutEnding(path: string): string {
  return path.replace(/^\.\//, '').replace(/\.[cm]?[jt]sx?$/, '');
}
