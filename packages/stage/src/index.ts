export * from './run-full-sync.ts';
export * from './stage.ts';
