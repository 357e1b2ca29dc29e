export * from './check-run';
export * from './exercise';
