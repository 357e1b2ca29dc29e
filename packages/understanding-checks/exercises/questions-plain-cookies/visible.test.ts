import { checkSheet } from '../../check-sheet';

checkSheet('questions-plain-cookies');
