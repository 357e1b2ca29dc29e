// answers.json as handed in: a person edited it, so what is wrong with it is said in a person's words.

/** The file is not usable; the message says what to mend. Counts as a failed assertion. */
class UnreadableAnswers extends Error {
  override readonly name = 'UnreadableAnswers';
}

/** @throws UnreadableAnswers */
export function readAnswers(text: string | undefined, path: string): Readonly<Record<string, unknown>> {
  if (text === undefined) throw new UnreadableAnswers(`${path} was not handed in.`);
  let value: unknown;
  try {
    value = JSON.parse(text, (key, inner: unknown) => (key === '__proto__' ? undefined : inner));
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableAnswers(`${path} is nested too deeply to be read.`);
    throw new UnreadableAnswers(
      `${path} is not valid JSON: ${error instanceof Error ? error.message.slice(0, 120) : ''}. Compare its quotes, commas and braces with the file you began with.`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableAnswers(`${path} should hold one object in braces, with your answers by name.`);
  return value as Readonly<Record<string, unknown>>;
}
