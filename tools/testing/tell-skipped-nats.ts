import { spawnSync } from 'node:child_process';

/** Tests of the event log on NATS JetStream need its server. Where it is missing they are skipped, and the end of the run says so. */
export function setup(): () => void {
  const isThere = spawnSync('nats-server', ['--version']).status === 0;
  return () => {
    if (!isThere) console.warn('\nSKIPPED: the tests of the event log on NATS JetStream, because nats-server is not on the PATH.\nTo run them too: apt-get install -y nats-server\n');
  };
}
