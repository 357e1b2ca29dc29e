import { question } from '@cookie-lessons/question-bank';

export const whatProvesAFix = question({
  id: 'what-proves-a-fix',
  kind: 'single',
  title: 'What proves a fix',
  section: 'understanding-checks/audit-an-app#fix-one-keep-the-feature',
  ask: () => ({
    prompt:
      'A shop believed cookies that anyone could forge. You have changed that. Which requests show that the change is a fix?',
    choices: {
      pair: 'A forged cookie, believed before and not now; an honest one, believed before and now.',
      attacks: 'Many forged cookies, each made in another way, of which not one is believed now.',
      untried: 'A forged cookie, not believed now; an honest one, believed now. The old shop need not be asked.',
      honest: 'Many honest cookies, of all sorts of visitors, all of them believed before and now.',
    },
  }),
});
