// What the host in a box says, read at the border: somebody else's words, of any shape, become one of the answers there are, or
// `bad-response`. Behind it, the shape can be relied on; the content is still untrusted.

import { parseUntrustedJson } from '../client/untrusted-json';
import { ProgramFault } from '../program-fault';
import type { ControlAnswer } from './messages';

const maxWords = 20;
const maxWordLength = 500;
const maxDetailLength = 2_000;

/** @throws ProgramFault bad-response */
export function readAnswer(json: string): ControlAnswer {
  const answer = parseUntrustedJson(json);
  if (typeof answer !== 'object' || answer === null) throw interferedWith();
  const { said, hasApp, listensItself, exports, detail, value, name, message, code, what, differences } = answer as Record<
    string,
    unknown
  >;
  switch (said) {
    case 'ok':
      return { said };
    case 'loaded':
      return { said, hasApp: hasApp === true, listensItself: listensItself === true, exports: words(exports) };
    case 'did-not-load':
      return { said, detail: word(detail, maxDetailLength) };
    case 'returned':
      // A value is read by decodeResult, which trusts nothing of it.
      return { said, value: value as (ControlAnswer & { said: 'returned' })['value'] };
    case 'threw':
      return { said, name: word(name), message: word(message), code: code === null ? null : word(code) };
    case 'no-such-function':
      return { said, exports: words(exports) };
    case 'not-by-value':
      return { said, what: word(what) };
    case 'settled':
      return { said, differences: words(differences) };
    default:
      throw interferedWith();
  }
}

export function interferedWith(): ProgramFault {
  return new ProgramFault('bad-response', 'the host in the box was interfered with');
}

/** Never by String(): an object may have a `toString` that is no function. */
function word(value: unknown, maxLength = maxWordLength): string {
  return typeof value === 'string' ? value.slice(0, maxLength) : '(unreadable)';
}

function words(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw interferedWith();
  return value.slice(0, maxWords).map((item) => word(item));
}
