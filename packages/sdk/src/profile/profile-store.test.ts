import { createMemoryStore } from './profile-store.ts';
import { describeProfileStore } from './testing/describe-profile-store.ts';

describeProfileStore('the memory store', async () => {
  const store = createMemoryStore();
  return { store, again: store, elsewhere: createMemoryStore() };
});
