import { checksFor, CookieJar, demand } from '@cookie-lessons/check-kit';

import { drawSheet, type SheetLine, type Topic } from '../../labs/jar-sheet';

const { check } = checksFor('plain-cookies/predict-the-jar');

type Answer = 'dropped' | 'kept' | 'sent';

const words: readonly string[] = ['dropped', 'kept', 'sent'];

/** What somebody believes who says this about a line on that topic. */
const beliefs: Readonly<Record<Topic, string>> = {
  'host-only': 'host-only-forgotten',
  'domain-above': 'domain-stays-home',
  'sibling-domain': 'siblings-share',
  'path-boundary': 'path-by-prefix',
  'path-below': 'path-exactly',
  'secure-from-http': 'secure-over-http',
  'secure-to-http': 'secure-over-http',
  'already-over': 'deleted-is-kept',
  'none-without-secure': 'none-stands-alone',
  ports: 'ports-separate',
};

for (let number = 1; number <= 10; number++) {
  check(`line-${number}`, ({ answers, student, explain }) => {
    const given = answers()[String(number)];
    const answer = typeof given === 'string' ? given.trim().toLowerCase() : '';
    const line = drawSheet(student.id)[number - 1];
    if (!line) throw new Error(`The sheet has no line ${number}.`);
    explain('not-an-answer', () => !words.includes(answer));
    demand(words.includes(answer), `Line ${number} has no answer yet, or one that isn't dropped, kept or sent.`);
    explain(beliefs[line.topic], () => true);
    demand(answer === predict(line), `Line ${number} ("${line.setCookie}") is not ${answer}.`);
  });
}

/** The course's own jar knows; it is held against what Chromium does. */
function predict({ setCookie, answeredBy, typedNext }: SheetLine): Answer {
  const now = Date.now();
  const jar = new CookieJar();
  jar.setFromResponse(setCookie, new URL(answeredBy), now);
  if (jar.all(now).length === 0) return 'dropped';
  return jar.cookiesFor({ url: new URL(typedNext), method: 'GET', initiator: { kind: 'typed' } }, now).length > 0
    ? 'sent'
    : 'kept';
}
