import { question } from '@cookie-lessons/question-bank';

export const copyAfterLogout = question({
  id: 'copy-after-logout',
  kind: 'multiple',
  title: 'A copy after the logout',
  section: 'sessions/life-of-a-session#logout',
  ask: () => ({
    prompt:
      "Somebody has copied Ada's session cookie, and sends it after she has logged out. Which of these logouts make the copy useless?",
    choices: {
      destroy: '`req.session.destroy(…)` in express-session',
      clear: "`res.clearCookie('connect.sid')` in express-session",
      null: '`req.session = null` in cookie-session',
      flask: '`session.clear()` in Flask',
      version: "Raising Ada's version in the database, with which each session is compared",
    },
  }),
});
