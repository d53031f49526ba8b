import type { Pool, PoolClient } from 'pg';

/** All that `work` writes, or nothing of it. */
export async function withTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // Closing the connection undoes what it did, also when the server no longer answers.
    client.release(true);
    throw error;
  }
}
