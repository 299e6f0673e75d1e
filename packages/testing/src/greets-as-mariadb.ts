import { connect } from 'node:net';

/** Whether a MariaDB listens on this port of 127.0.0.1 and takes connections: it speaks first, and its greeting names it. */
export const greetsAsMariaDb = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('data', (data) => done(data.toString('latin1').includes('MariaDB')));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
