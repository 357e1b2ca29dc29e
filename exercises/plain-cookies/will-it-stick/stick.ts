// Judges one Set-Cookie line. So far it says no to everything.
// The rules on one page: packages/plain-cookies/lesson-text/where-a-cookie-goes.md

export interface Judgement {
  stored: boolean;
  sent: boolean;
  reason: string;
}

export function willItStick(setCookie: string, answeredBy: string, typedNext: string): Judgement {
  // TODO: read `setCookie`, then decide whether a browser keeps it, and whether it goes to `typedNext`.
  void [setCookie, answeredBy, typedNext];
  return { stored: false, sent: false, reason: 'not decided yet' };
}
