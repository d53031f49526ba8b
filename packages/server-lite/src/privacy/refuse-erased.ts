import type { Database } from '../storage/database.ts';
import { subjectHash } from '../storage/events/subject-hash.ts';
import type { SubjectStore } from '../storage/subject-store.ts';

/** Something that is kept of a subject, under one id or both. */
export interface OfSubject {
  readonly tenantId: string;
  readonly anonymousId?: string | undefined;
  readonly customerId?: string | undefined;
}

interface Subject {
  readonly tenantId: string;
  readonly subject: string;
}

/** Whom the event log refuses. */
export interface ErasedSubjects {
  /** Those of the given ones that were erased. */
  among(subjects: readonly Subject[]): Promise<readonly Subject[]>;
}

/** In the database, as the event log notes them. */
export const createErasedSubjects = ({ query }: Database): ErasedSubjects => ({
  async among(subjects) {
    const byHash = new Map(subjects.map((given) => [subjectHash(given.tenantId, given.subject), given]));
    if (byHash.size === 0) return [];
    const rows = await query.selectFrom('erased_subjects').select('subject_hash').where('subject_hash', 'in', [...byHash.keys()]).execute();
    return rows.flatMap(({ subject_hash: found }) => byHash.get(found) ?? []);
  },
});

/** The same store; it takes nothing more of whom was erased. What it does not take counts as taken, so that devices stop sending it. */
export function refuseErased<R extends SubjectStore & { add(records: readonly OfSubject[]): Promise<void> }>(store: R, erased: ErasedSubjects): R {
  const add = async (records: readonly OfSubject[]): Promise<void> => {
    const gone = await erased.among(records.flatMap(subjectsOf));
    const kept = records.filter((record) => !subjectsOf(record).some((subject) => isAmong(subject, gone)));
    if (kept.length > 0) await store.add(kept);
    // Whoever was erased between the question and the commit is erased once more.
    for (const { tenantId, subject } of await erased.among(kept.flatMap(subjectsOf))) await store.eraseSubject(tenantId, subject);
  };
  return { ...store, add };
}

function subjectsOf({ tenantId, anonymousId, customerId }: OfSubject): readonly Subject[] {
  return [anonymousId, customerId].flatMap((subject) => (subject === undefined ? [] : [{ tenantId, subject }]));
}

const isAmong = (one: Subject, others: readonly Subject[]): boolean => others.some((other) => other.tenantId === one.tenantId && other.subject === one.subject);
