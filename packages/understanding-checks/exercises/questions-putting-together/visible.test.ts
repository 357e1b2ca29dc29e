import { checkSheet } from '../../check-sheet';

checkSheet('questions-putting-together');
