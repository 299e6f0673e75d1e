import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A bare HTTP server on loopback for what the simulator cannot do; `close` cuts open connections. */
export const httpServer = async (listener: RequestListener): Promise<{ readonly url: string; close(): void }> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
