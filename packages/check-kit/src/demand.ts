// An assertion in a sentence, for what no matcher says well.

class Demand extends Error {
  override readonly name = 'JestAssertionError';
}

/** Fails the check with `sentence` (what should be, and what is instead) unless `condition` holds. */
export function demand(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Demand(sentence);
}
