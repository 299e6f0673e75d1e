export * from './mo-reader.ts';
