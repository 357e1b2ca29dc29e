export type { App, AppRequest } from './app';
export { Browser, type BrowserOptions, type BrowserRequest } from './browser';
export type { CheckContext, Clock, RemoteFunctions, Target } from './check-context';
export { type CheckOptions, type Checks, checksFor } from './checks-for';
export {
  CookieJar,
  type CookieRequest,
  type Initiator,
  judgeSetCookie,
  type Refusal,
  type StoredCookie,
  type Verdict,
} from './cookie-jar';
export { type CookieExpectation, lifetimeOf, plainText, storedLifetime } from './matchers';
export { demand } from './demand';
export { proveAnswers } from './prove-answers';
export { parseSetCookie, type SetCookie, setCookies } from './set-cookie';
