// What a wrong answer says about itself: which checks must catch it, and the misconception it must be told.

export interface WrongAnswerHeader {
  /** Check ids that must fail; all others must pass. */
  readonly caughtBy: readonly string[];
  readonly misconception: string;
  /** How it must fail: by an assertion of ours unless it says otherwise. */
  readonly by: 'assertion' | 'crash' | 'time-out';
  /** Why somebody would write this. */
  readonly why: string;
}

/**
 * Code begins with `// Caught by: <check>[, <check>…] [by crash|by time-out]`, `// Misconception: <id>` and a sentence.
 * JSON can't hold comments, so there the same lines stand as values of the first keys `"// Caught by"`, `"// Misconception"`, `"// Why"`.
 * @returns null when either line is missing.
 */
export function parseWrongAnswerHeader(text: string): WrongAnswerHeader | null {
  const head = text.slice(0, 2000);
  const caught =
    /^\s*(?:\/\/ Caught by:|\{?\s*"\/\/ Caught by":\s*")\s*([a-z0-9, -]+?)(?: by (crash|time-out))?\s*"?,?\s*$/m.exec(head);
  const misconception = /^\s*(?:\/\/ Misconception:|"\/\/ Misconception":\s*")\s*([a-z0-9-]+)\s*"?,?\s*$/m.exec(head);
  if (!caught?.[1] || !misconception?.[1]) return null;
  const rest = head.slice(misconception.index + misconception[0].length);
  const why = /^\s*(?:\/\/ (?<comment>.+)|"\/\/ Why":\s*"(?<json>[^"]+)")/m.exec(rest)?.groups;
  return {
    caughtBy: caught[1].split(',').map((id) => id.trim()).filter((id) => id !== ''), // prettier-ignore
    misconception: misconception[1],
    by: (caught[2] as 'crash' | 'time-out' | undefined) ?? 'assertion',
    why: why?.comment ?? why?.json ?? '',
  };
}
