// What somebody meant by an answer, however they wrote it down.

/** One text or number, trimmed; '' for anything else. */
export function textOf(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
}

/** The letters A to D that stand alone in an answer, each once. */
export function lettersOf(given: unknown): readonly string[] {
  const text = Array.isArray(given) ? given.slice(0, 10).map(textOf).join(' ') : textOf(given);
  return [
    ...new Set(
      text
        .slice(0, 100)
        .toUpperCase()
        .match(/\b[A-D]\b/g) ?? [],
    ),
  ];
}

/** "cannot tell", as people say it, without a letter beside it. */
export function meansCannotTell(given: unknown): boolean {
  const text = textOf(given)
    .toLowerCase()
    .replace(/\u2019/g, "'");
  if (text.length > 60 || lettersOf(text).length > 0) return false;
  if (/\bunknow(n|able)\b/.test(text)) return true;
  return /\b(cannot|can not|can't|cant|nobody can|no one can|impossible to)\b.*\b(tell|told|say|said|know|known|see|seen)\b/.test(
    text,
  );
}

/**
 * @returns Unix time in milliseconds, or null. Without a zone it is taken for UTC, which is what was asked for.
 */
export function momentOf(given: unknown): number | null {
  const text = textOf(given).slice(0, 80);
  if (text === '' || /^\d+(\.\d+)?$/.test(text)) return null;
  const iso = /^(\d{4}-\d\d-\d\d)[T, ]{1,2}(\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i.exec(text);
  const zone = iso?.[3]?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? 'Z';
  const ms = iso
    ? Date.parse(`${iso[1]}T${iso[2]}${/^[+-]/.test(zone) ? zone : 'Z'}`)
    : Date.parse(/GMT|UTC|Z$|[+-]\d\d:?\d\d/i.test(text) ? text : `${text} UTC`);
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000) * 1000;
}

/** Articles from a list of names, one text with commas, or the cart's own JSON; in small letters, sorted, each once. */
export function articlesOf(given: unknown): readonly string[] {
  const names = namesIn(given, 0).map((name) => name.trim().toLowerCase());
  return [...new Set(names)].filter((name) => name !== '').sort();
}

function namesIn(given: unknown, depth: number): readonly string[] {
  if (typeof given === 'string') return given.slice(0, 1_000).split(/[,;\n]/);
  if (typeof given !== 'object' || given === null || depth > 4) return [];
  if (Array.isArray(given)) return given.slice(0, 50).flatMap((item) => namesIn(item, depth + 1));
  const { cart, article } = given as { readonly cart?: unknown; readonly article?: unknown };
  if (cart !== undefined || article !== undefined) return namesIn(cart ?? article, depth + 1);
  return Object.keys(given).slice(0, 50);
}

/** @returns cents of an amount like $12.50, 12.50 or 12.5; null for anything else. */
export function centsOf(given: unknown): number | null {
  const text = textOf(given).replace(/^(\$|USD) ?| ?(\$|USD)$/gi, '');
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}
