// Wrong usage: said in one sentence with what to do next; exit code 2.

export class UsageError extends Error {
  override readonly name = 'UsageError';
}
