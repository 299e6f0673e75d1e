export * from './create-logger.ts';
export * from './logger.ts';
export * from './redact.ts';
export * from './silent-logger.ts';
