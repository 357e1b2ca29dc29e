// req.body or req.cookies is undefined, because nothing in the program fills it.

import type { Symptom } from '../run-checks/symptom';
import type { Case, Diagnosis, Place } from './diagnosis';
import { isIn, literally, placeOf } from './source-text';

type HandlerThrew = Symptom & { kind: 'handler-threw' };

export function noParser(of: Case): Diagnosis | null {
  const thrown = of.run?.symptoms.filter((symptom): symptom is HandlerThrew => symptom.kind === 'handler-threw') ?? [];
  for (const symptom of thrown) {
    const found = noBodyParser(of, symptom) ?? noCookieParser(of, symptom);
    if (found) return found;
  }
  return null;
}

function noBodyParser(of: Case, symptom: HandlerThrew): Diagnosis | null {
  const where = readsFrom(of, symptom, 'body');
  const sentJson = symptom.body === 'json';
  if (where === null || symptom.body === null || isIn(programOf(of), sentJson ? jsonParser : formParser)) return null;
  const parser = sentJson ? 'express.json()' : 'express.urlencoded()';
  return {
    id: 'no-body-parser',
    what: `${symptom.what ?? 'A request'} sent ${sentJson ? 'JSON' : 'a form'}, and req.body was undefined: nothing in your program reads the body of a request.`,
    where,
    repair: `Write app.use(${parser}); before your routes.`,
  };
}

function noCookieParser(of: Case, symptom: HandlerThrew): Diagnosis | null {
  const where = readsFrom(of, symptom, 'cookies') ?? readsFrom(of, symptom, 'signedCookies');
  if (where === null || usesCookieParser(of)) return null;
  return {
    id: 'no-cookie-parser',
    what: `${symptom.what ?? 'A request'} was answered with an error: req.cookies was undefined, since nothing in your program reads the Cookie header.`,
    where,
    repair: "Write app.use(cookieParser()); before your routes, and import cookieParser from 'cookie-parser'; at the top.",
  };
}

const formParser = /\burlencoded\s*\(|\b(multer|formidable|busboy)\b/;
const jsonParser =
  /\b(express|bodyParser|parser)\s*\.\s*json\s*\(|import\s*\{[^}]*\bjson\b[^}]*\}\s*from\s*['"](express|body-parser)['"]/;

/** Also our own code around the student's, which may do it for them. */
function programOf({ files, onDisk }: Case): ReadonlyMap<string, string> {
  return new Map([...files, ...onDisk.harness]);
}

/** Imported and called, under whatever name. */
function usesCookieParser(of: Case): boolean {
  return [...programOf(of).values()].some((source) => {
    const [, name] =
      /\b(?:import\s+(?:\*\s+as\s+)?|const\s+)(\w+)\s*(?:from|=\s*require\s*\()\s*['"]cookie-parser['"]/.exec(source) ?? [];
    return name !== undefined && new RegExp(`\\b${name}\\s*\\(`).test(source.replace(/=\s*require\s*\(/g, ''));
  });
}

/** Where the student reads what was undefined from `req.<part>`; null when the error was about something else. */
function readsFrom({ files }: Case, { message }: HandlerThrew, part: 'body' | 'cookies' | 'signedCookies'): Place | null {
  const [, destructured] = /Cannot destructure property '[^']+' of '[\w.]+\.(\w+)' as it is undefined/.exec(message) ?? [];
  if (destructured === part) return placeOf(files, new RegExp(`\\}\\s*(:[^=\\n]+)?=\\s*\\w+\\.${part}\\b`));
  const [, name] = /Cannot (?:read properties of undefined \(reading '([^']{1,80})'\))/.exec(message) ?? [];
  if (name === undefined) return null;
  const key = literally(name);
  return (
    placeOf(files, new RegExp(`\\.${part}\\s*(\\.\\s*${key}\\b|\\[\\s*['"\`]${key}['"\`])`)) ??
    placeOf(files, new RegExp(`\\.${part}\\s*(as\\s[^)]*\\)\\s*)(\\.\\s*${key}\\b|\\[)`)) ??
    placeOf(files, new RegExp(`\\.${part}\\s*\\[\\s*[^'"\`\\s]`))
  );
}
