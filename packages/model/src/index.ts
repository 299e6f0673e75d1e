export * from './bridge-error.ts';
export * from './chunks.ts';
export * from './copenhagen.ts';
export * from './decision.ts';
export * from './fk.ts';
export * from './group-by.ts';
export * from './mo.ts';
export * from './uuid.ts';
