export * from './catalogue.ts';
export * from './describe-error.ts';
export * from './queue-names.ts';
export * from './queues.ts';
export * from './run-record.ts';
export * from './runs.ts';
export * from './trouble.ts';
export * from './worker.ts';
