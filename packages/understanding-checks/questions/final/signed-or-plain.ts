import { question } from '@cookie-lessons/question-bank';

interface Values {
  readonly name: string;
  readonly value: string;
  readonly invented: string;
  readonly secretKey: string;
}

/** `Cookie` headers by the name of the choice that shows them. */
export function headersOf({ name, value, invented }: Values): Readonly<Record<'plain' | 'marked' | 'invented', string>> {
  return {
    plain: `${name}=${value}`,
    marked: `${name}=s%3A${value}`,
    invented: `${name}=s%3A${value}.${invented}`,
  };
}

export const signedOrPlain = question<Values>({
  id: 'signed-or-plain',
  kind: 'code',
  title: 'Signed, or else',
  section: 'sessions/signed-cookies-in-express#where-the-values-arrive',
  draw: (draw) => ({
    name: draw.word('name', 4),
    value: draw.word('value', 6),
    invented: draw.hex('invented', 8),
    secretKey: draw.hex('key', 32),
  }),
  ask: (values) => ({
    prompt: `The program sets \`${values.name}\` only with \`{ signed: true }\`. Somebody who doesn't know \`key\` wants the answer \`Hello ${values.value}\`. Which header gets it?`,
    shown: `app.use(cookieParser(key));

app.get('/', (req, res) => {
  const user = req.signedCookies.${values.name} || req.cookies.${values.name};
  res.type('text').send(user ? \`Hello \${user}\` : 'Log in first');
});`,
    choices: {
      plain: `\`Cookie: ${headersOf(values).plain}\``,
      marked: `\`Cookie: ${headersOf(values).marked}\``,
      invented: `\`Cookie: ${headersOf(values).invented}\``,
      none: 'None of these: the right signature is missing.',
    },
  }),
});
