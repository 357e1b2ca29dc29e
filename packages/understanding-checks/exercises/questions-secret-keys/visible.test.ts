import { checkSheet } from '../../check-sheet';

checkSheet('questions-secret-keys');
