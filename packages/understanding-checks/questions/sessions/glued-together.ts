import { question } from '@cookie-lessons/question-bank';

interface Values {
  /** Eight letters, which are cut into a name and a value. */
  readonly letters: string;
  readonly secretKey: string;
}

/** The call that is shown: five letters and three. */
export const shownCall = ({ letters }: Values): readonly [string, string] => [letters.slice(0, 5), letters.slice(5)];

/** Other calls, by the name of the choice that shows them. */
export function otherCalls(values: Values): Readonly<Record<'cut' | 'swapped' | 'capitals', readonly [string, string]>> {
  const [name, value] = shownCall(values);
  return {
    cut: [values.letters.slice(0, 3), values.letters.slice(3)],
    swapped: [value, name],
    capitals: [name.toUpperCase(), value],
  };
}

const written = ([name, value]: readonly [string, string]): string => `glued('${name}', '${value}', key)`;

export const gluedTogether = question<Values>({
  id: 'glued-together',
  kind: 'code',
  title: 'Name and value, glued',
  section: 'sessions/signing#bind-the-name',
  draw: (draw) => ({ letters: draw.word('letters', 8), secretKey: draw.hex('key', 32) }),
  ask: (values) => ({
    prompt: `Which call gives the same signature as \`${written(shownCall(values))}\`?`,
    shown: `function glued(name: string, value: string, key: string): string {
  return createHmac('sha256', key).update(name + value).digest('base64url');
}`,
    choices: {
      cut: `\`${written(otherCalls(values).cut)}\``,
      swapped: `\`${written(otherCalls(values).swapped)}\``,
      capitals: `\`${written(otherCalls(values).capitals)}\``,
      none: 'None of these: the arguments differ.',
    },
  }),
});
