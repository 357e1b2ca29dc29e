import { question } from '@cookie-lessons/question-bank';

export const fixationInOrder = question({
  id: 'fixation-in-order',
  kind: 'order',
  title: 'A fixation, step by step',
  section: 'sessions/life-of-a-session#fixation',
  draw: (draw) => ({
    attacker: draw.pick('attacker', ['Mallory', 'Trudy', 'Oscar', 'Craig', 'Sybil']),
    customer: draw.pick('customer', ['Ada', 'Grace', 'Hana', 'Jonas', 'Lena', 'Pedro', 'Selim']),
  }),
  ask: ({ attacker, customer }) => ({
    prompt: `A shop keeps its sessions on the server, and a session keeps its id at login. ${attacker} takes over ${customer}'s account by session fixation. In which order does that happen?`,
    choices: {
      visit: `${attacker} visits the shop and is given a session id.`,
      plant: `${attacker} puts this id into ${customer}'s browser.`,
      login: `${customer} sends name and password.`,
      note: `The server notes in the session: this is ${customer}.`,
      return: `${attacker} asks for the account, with the id of before.`,
    },
  }),
});
