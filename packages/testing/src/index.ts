export * from './eventually.ts';
export * from './free-port.ts';
export * from './leak-guard.ts';
export * from './shared-folder.ts';
export * from './spawn-node.ts';
export * from './start-mariadb.ts';
export * from './start-redis.ts';
export * from './temporary-folder.ts';
