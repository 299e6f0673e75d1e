export * from './create-mo-reader.ts';
export * from './mo-logger.ts';
export * from './mo-reader.ts';
