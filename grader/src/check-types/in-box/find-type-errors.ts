// Runs in a box of its own: the compiler over one submission's files and the declared types. Nothing else exists there.

import ts from 'typescript';

export interface FoundTypeError {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** TypeScript's number, e.g. 2345. */
  readonly code: number;
}

const maxErrors = 20;
let types: ReadonlyMap<string, string> = new Map();
const parsed = new Map<string, ts.SourceFile>();

/** As exercises/tsconfig.json says. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  typeRoots: ['/node_modules/@types'],
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  isolatedModules: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Before the first question. @param declared path in the box -> text of a declaration file. */
export function declare(declared: ReadonlyMap<string, string>): void {
  types = declared;
}

/** @param files path inside the exercise -> text. */
export function findTypeErrors(files: readonly (readonly [string, string])[]): readonly FoundTypeError[] {
  const own = new Map(files.map(([path, text]) => [`/program/${path}`, text]));
  const roots = [...own.keys()].filter((path) => path.endsWith('.ts'));
  const program = ts.createProgram(roots, options, compilerHost(own));
  return roots
    .flatMap((root) => {
      const source = program.getSourceFile(root);
      return source ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)] : [];
    })
    .slice(0, maxErrors)
    .map(({ file, start, code }) => ({
      path: (file?.fileName ?? '').replace('/program/', ''),
      line: file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 1,
      code,
    }));
}

function compilerHost(own: ReadonlyMap<string, string>): ts.CompilerHost {
  const folders = new Set([...own.keys(), ...types.keys()].flatMap(foldersAbove));
  const read = (path: string): string | undefined => own.get(path) ?? types.get(path);
  return {
    fileExists: (path) => read(path) !== undefined,
    readFile: read,
    directoryExists: (path) => folders.has(path),
    getDirectories: () => [],
    realpath: (path) => path,
    getCurrentDirectory: () => '/program',
    getDefaultLibFileName: () => '/lib/lib.es2023.d.ts',
    getDefaultLibLocation: () => '/lib',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
    getSourceFile(path, languageVersionOrOptions) {
      const known = parsed.get(path);
      if (known) return known;
      const text = read(path);
      if (text === undefined) return undefined;
      const file = ts.createSourceFile(path, text, languageVersionOrOptions);
      if (types.has(path)) parsed.set(path, file);
      return file;
    },
  };
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/') || '/');
}
