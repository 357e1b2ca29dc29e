export type * from './program';
export type * from './box';
