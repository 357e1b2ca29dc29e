export * from './check-run';
export * from './create-check-run';
export * from './exercise';
