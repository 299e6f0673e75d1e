import { eventually, startRedis, type RedisServer } from '@os2bridge/testing';
import { Redis } from 'ioredis';

/** A Redis Cluster of one node that holds every slot: enough for a command that crosses slots to be refused, as in a real one. */
export const startCluster = async (): Promise<RedisServer> => {
  const server = await startRedis({ args: ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'] });
  const admin = new Redis(server.url);
  try {
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await eventually(async () => {
      if (!String(await admin.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) throw new Error('the cluster is not ready');
    });
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await admin.quit();
  }
};
