/** Where the demo shop's trained model lies, below the repository's root. By itself: who starts a server needs nothing that trains. */
export const DEMO_MODEL_FOLDER = 'packages/demo/model';
