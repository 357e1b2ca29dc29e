// The sheets of questions, and how far each is.

import { html, type Html } from '../html';
import type { SiteQuiz } from './site-quiz';

export function quizListMain(quiz: SiteQuiz, pane: boolean): Html {
  const student = quiz.studentId();
  return html`<h1>Quiz</h1>
    <p class="lead">What have you understood? Each answer is explained at once, and no two students get the same paper.</p>
    <ul class="sheets">
      ${Object.entries(quiz.quiz.sheets).map(([name, { title, graded, questions }]) => {
        const read = quiz.readAnswers(name);
        const answers = typeof read === 'string' || (read.student !== '' && read.student !== student) ? {} : read.answers;
        const answered = questions.filter(({ id }) => answers[id] !== undefined).length;
        return html`<li>
          <a href="/quiz/${name}${pane && '?pane=1'}">${title}</a>
          <span class="figures"
            >${answered} of ${questions.length} answered${graded && ' · counts: explained when it is closed'}</span
          >
        </li>`;
      })}
    </ul>
    <p class="student">
      ${student === '' ? html`Your paper is nobody's yet: write your id into <code>exercises/student.json</code>, and it is yours.` : html`Drawn for <code>${student}</code>.`}
    </p>`;
}
