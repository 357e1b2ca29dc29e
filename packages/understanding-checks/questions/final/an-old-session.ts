import { question } from '@cookie-lessons/question-bank';

export const anOldSession = question({
  id: 'an-old-session',
  kind: 'code',
  title: 'An old session',
  section: 'secret-keys/rotation#who-signs-and-who-verifies',
  draw: (draw) => ({
    current: draw.hex('current', 4),
    retired: draw.hex('retired', 3),
    visitor: draw.word('visitor', 5),
    path: draw.word('path', 6),
  }),
  ask: ({ current, retired, visitor, path }) => ({
    prompt: `A visitor's session, with the name \`${visitor}\`, is signed with \`${retired}…\` and ends with the browser. On Monday they open \`/${path}\`, and do nothing else. On Tuesday the fallback is taken out of the program. On Wednesday, in the same browser, which was never closed, they open \`/${path}\` again. What does it say?`,
    shown: `app.config["SECRET_KEY"] = "${current}…"
app.config["SECRET_KEY_FALLBACKS"] = ["${retired}…"]

@app.get("/${path}")
def show():
    return session.get("name", "nobody")`,
    choices: {
      nobody: '`nobody`: the session still has the old signature',
      renewed: `\`${visitor}\`: on Monday the session was signed anew`,
      known: `\`${visitor}\`: Flask still knows the session from Monday`,
      error: 'An error 500: the signature no longer fits',
    },
  }),
});
