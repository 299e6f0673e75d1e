export * from './bridge.ts';
export * from './plan.ts';
export * from './run-app.ts';
export * from './schedule.ts';
export * from './start-run.ts';
export * from './start-worker.ts';
export * from './stores.ts';
export type { PlanLine } from '@os2bridge/reconcile';
