// Short programs in a box, for tests.

import { type Box, type Level, openBox, type Program, type ProgramOptions } from '../src/index';

export function boxAt(level: Level, limits: Partial<Parameters<typeof openBox>[0]['limits'] & object> = {}): Box {
  return openBox({
    level,
    modules: ['express', 'cookie-parser'],
    resolveFrom: __dirname,
    limits: { loadMs: 4_000, exchangeMs: 1_500, ...limits },
  });
}

/** @param source the text of app.ts. */
export function load(box: Box, source: string, options?: ProgramOptions): Promise<Program> {
  return box.load({ files: new Map([['app.ts', source]]), entry: 'app.ts', modules: ['express', 'cookie-parser'] }, options);
}

/** A program that tells, as JSON, what `expression` gives; "refused" when it throws. */
export async function tell(box: Box, expression: string, prelude = ''): Promise<unknown> {
  const program = await load(
    box,
    `${prelude}\nexport async function tell() { try { return await (async () => (${expression}))(); } catch (error: any) { return 'refused: ' + (error?.code ?? error?.message); } }`,
  );
  return program.call('tell', []);
}
