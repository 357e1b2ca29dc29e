// The course's cookie jar, which is held against Chromium. Taken file by file: check-kit's index needs Jest, and keys are read without it too.

export { CookieJar, judgeSetCookie } from '@cookie-lessons/check-kit/src/cookie-jar';
export { parseSetCookie } from '@cookie-lessons/check-kit/src/set-cookie';
