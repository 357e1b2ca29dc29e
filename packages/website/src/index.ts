export { createSite, type SiteParts } from './create-site';
export { type Listening, listenHere } from './listen';
export type { SiteCourse } from './site-course';
export type { LiveChecks, LiveEvent, SiteStanding, StudentApp, StudentAppState } from './exercises/live-checks';
export type { SharedProgress } from './progress/progress-routes';
export type { SiteQuiz } from './quiz/site-quiz';
