export * from './os2sync-client.ts';
