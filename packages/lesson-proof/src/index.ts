export { findFlask, type FlaskFinding } from './find-flask';
export { loadSnippet } from './load-snippet';
export { brokenLinks, readPages, type Snippet, snippetsOf } from './pages';
export { type Answered, cookieFrom, pairNamed, pairOf, requestsTo, requestTo, type Sent } from './requests-to';
