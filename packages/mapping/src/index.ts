export * from './context.ts';
export * from './facts.ts';
export * from './templates/templates.ts';
export * from './unit-tree.ts';
