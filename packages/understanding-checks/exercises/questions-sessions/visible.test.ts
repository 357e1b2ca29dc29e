import { checkSheet } from '../../check-sheet';

checkSheet('questions-sessions');
