import { checkSheet } from '../../check-sheet';

checkSheet('final-questions', { graded: true });
