// Proves a bank: every question draws, has one key, and says of each wrong answer why; and nothing but knowledge tells which is right.

import { drawQuestion, type PaperOwner, type PaperQuestion } from './draw-paper';
import { asWritten } from './as-written';
import { gradeAnswer } from './grade-answer';
import type { Answer, Key } from './key';
import { hasChoices, type Question } from './question';

export interface BankParts {
  readonly questions: readonly { readonly question: Question; readonly sheet: string }[];
  readonly keys: ReadonlyMap<string, Key>;
  /** Papers of so many students are drawn. */
  readonly students: number;
  readonly paperOwner: (sheet: string, studentId: string) => PaperOwner;
}

export interface BankFigures {
  readonly questions: number;
  /** Differ from student to student in more than their order. */
  readonly seeded: number;
  readonly papers: number;
  /** Of the questions with one right choice: how often that is the longest one, and how often it would be by chance. */
  readonly longestIsRight: { readonly share: number; readonly byChance: number };
  /** How far the right letters are from being spread evenly, in standard deviations of the worst letter. */
  readonly worstLetter: number;
}

export interface ProvenBank {
  readonly findings: readonly string[];
  readonly figures: BankFigures;
}

/** With fewer, neighbours have the same question too often. */
const fewestDraws = 10;
/** Beyond three standard deviations nobody believes in chance. */
const tooFar = 3;

export async function proveBank(parts: BankParts): Promise<ProvenBank> {
  const findings = [...repeatedIds(parts)];
  const tally = new Tally();
  for (const { question, sheet } of parts.questions) {
    const key = parts.keys.get(question.id);
    if (!key) findings.push(`${question.id} has no key.`);
    else findings.push(...(await proveQuestion(parts, { question, sheet, key }, tally)));
  }
  const figures = { ...tally.figures(), questions: parts.questions.length, papers: parts.students };
  if (tally.longestIsTooOften()) {
    const { share, byChance } = figures.longestIsRight;
    findings.push(
      `The right choice is the longest in ${percent(share)} of the questions; by chance it would be in ${percent(byChance)}.`,
    );
  }
  if (figures.worstLetter > tooFar) findings.push('Some letters are right more often than others.');
  return { findings, figures };
}

interface Proof {
  readonly question: Question;
  readonly sheet: string;
  readonly key: Key;
}

/** The first finding of a question is enough: the same would come for every student. */
async function proveQuestion(
  { students, paperOwner }: BankParts,
  { question, sheet, key }: Proof,
  tally: Tally,
): Promise<string[]> {
  const shown = new Set<string>();
  for (let number = 1; number <= students; number++) {
    try {
      const paper = drawQuestion(paperOwner(sheet, `student-${number}`), question);
      const answer = await key.answer(paper.values);
      const finding = (await keyFinding(paper, key, answer)) ?? (await wrongFinding(paper, key, answer));
      if (finding !== null) return [`${question.id}, drawn for student-${number}: ${finding}`];
      shown.add(JSON.stringify([paper.asked.prompt, paper.asked.shown, Object.values(paper.asked.choices ?? {})]));
      tally.add(paper, answer);
    } catch (error) {
      return [`${question.id}, drawn for student-${number}: ${error instanceof Error ? error.message : String(error)}`];
    }
  }
  const isSeeded = question.draw !== undefined;
  if (isSeeded) tally.seeded++;
  return isSeeded && shown.size < fewestDraws
    ? [`${question.id} draws, but ${students} students see only ${shown.size} different ones.`]
    : [];
}

async function keyFinding(paper: PaperQuestion, key: Key, answer: Answer): Promise<string | null> {
  const { kind } = paper.question;
  const names = paper.choices.map(({ name }) => name);
  const wanted = typeof answer === 'object' ? answer : [answer];
  if (hasChoices(kind)) {
    if (names.length < 3) return 'it has fewer than three choices.';
    if (!wanted.every((name) => names.includes(String(name)))) return `its key names no choice: ${wanted.join(', ')}.`;
    if (kind === 'multiple' && (wanted.length < 1 || wanted.length === names.length))
      return 'none or all of its choices are right.';
    if (kind === 'order' && wanted.length !== names.length) return 'its key leaves a step out.';
  }
  if ((await gradeAnswer(paper, key, asWritten(paper, answer))).fraction !== 1) return 'its own key does not score full.';
  if ((await gradeAnswer(paper, key, kind === 'multiple' ? [] : '')).fraction !== 0) return 'an empty answer scores.';
  return null;
}

async function wrongFinding(paper: PaperQuestion, key: Key, answer: Answer): Promise<string | null> {
  const { kind } = paper.question;
  if (kind === 'number' || kind === 'read') return mistakeFinding(paper, key);
  if (kind === 'order') return null;
  const told = new Set<string>();
  for (const { name, letter } of paper.choices) {
    const belief = key.beliefs?.[name];
    const isRight = ([] as unknown[]).concat(answer).includes(name);
    if (isRight && kind !== 'multiple') continue;
    if (belief === undefined) return `nothing is told to who ${isRight ? 'misses' : 'takes'} "${name}".`;
    if (told.has(belief)) return `two choices are told the same as "${name}".`;
    told.add(belief);
    const graded = await gradeAnswer(paper, key, kind === 'multiple' ? [letter] : letter);
    if (!isRight && (graded.fraction !== 0 || graded.belief?.text !== belief))
      return `"${name}" alone scores, or is told something else.`;
  }
  const all = paper.choices.map(({ letter }) => letter);
  return kind === 'multiple' && (await gradeAnswer(paper, key, all)).fraction !== 0 ? 'ticking everything scores.' : null;
}

async function mistakeFinding(paper: PaperQuestion, key: Key): Promise<string | null> {
  const mistakes = Object.entries((await key.mistakes?.(paper.values)) ?? {});
  if (mistakes.length === 0) return 'it knows no usual mistake.';
  for (const [name, { answer, belief }] of mistakes) {
    const graded = await gradeAnswer(paper, key, String(answer));
    // Two mistakes may lead to the same answer in one draw; then the first is told.
    if (graded.right) return `the mistake "${name}" is right.`;
    if (graded.belief === null) return `the mistake "${name}" is told nothing (${belief.slice(0, 40)} …).`;
  }
  return null;
}

function repeatedIds({ questions }: BankParts): string[] {
  const ids = questions.map(({ question }) => question.id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `Two questions are called ${id}.`);
}

/** What could be told without knowing anything: the letter, the length. */
class Tally {
  seeded = 0;
  /** For each question with one right choice: the share of its draws in which that is the longest, and chance. */
  readonly #longest = new Map<string, { longest: number; draws: number; chance: number }>();
  readonly #letters = new Map<string, { right: number; expected: number; variance: number }>();

  add({ question, choices }: PaperQuestion, answer: Answer): void {
    if (typeof answer !== 'string' || choices.length === 0) return;
    const chance = 1 / choices.length;
    const right = choices.find(({ name }) => name === answer);
    const counted = this.#longest.get(question.id) ?? { longest: 0, draws: 0, chance };
    const isLongest = choices.every((choice) => choice === right || choice.text.length < (right?.text.length ?? 0));
    this.#longest.set(question.id, { longest: counted.longest + (isLongest ? 1 : 0), draws: counted.draws + 1, chance });
    for (const { letter } of choices) {
      const { right: times, expected, variance } = this.#letters.get(letter) ?? { right: 0, expected: 0, variance: 0 };
      const now = letter === right?.letter ? 1 : 0;
      this.#letters.set(letter, { right: times + now, expected: expected + chance, variance: variance + chance * (1 - chance) });
    }
  }

  figures(): Pick<BankFigures, 'seeded' | 'longestIsRight' | 'worstLetter'> {
    const distances = [...this.#letters.values()].map(
      ({ right, expected, variance }) => Math.abs(right - expected) / Math.sqrt(variance),
    );
    return { seeded: this.seeded, longestIsRight: this.#longestShare(), worstLetter: Math.max(0, ...distances) };
  }

  longestIsTooOften(): boolean {
    const { share, byChance } = this.#longestShare();
    const questions = this.#longest.size;
    return share - byChance > (tooFar - 1) * Math.sqrt((byChance * (1 - byChance)) / Math.max(1, questions));
  }

  #longestShare(): { share: number; byChance: number } {
    const all = [...this.#longest.values()];
    const mean = (numbers: readonly number[]): number =>
      numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
    return { share: mean(all.map(({ longest, draws }) => longest / draws)), byChance: mean(all.map(({ chance }) => chance)) };
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
