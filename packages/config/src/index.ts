export * from './settings-error.ts';
export * from './settings.ts';
