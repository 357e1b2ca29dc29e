export { readSheetAnswers, type SheetAnswers } from './answers';
export { asWritten } from './as-written';
export { drawPaper, drawQuestion, type PaperChoice, type PaperOwner, type PaperQuestion } from './draw-paper';
export { gradeAnswer, type GradedAnswer } from './grade-answer';
export { type Answer, type Key, keyOf, type Mistake } from './key';
export { type Asked, hasChoices, type Kind, question, type Question } from './question';
export { type BankFigures, type BankParts, proveBank, type ProvenBank } from './prove-bank';
