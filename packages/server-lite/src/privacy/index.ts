export { createErasures } from './database-erasures.ts';
export type { ErasureRepository } from './erasure-repository.ts';
export { eventLogSubjects } from './event-log-subjects.ts';
export { createMemoryErasures } from './memory-erasures.ts';
export { privacyRoutes } from './privacy-routes.ts';
export { createErasedSubjects, refuseErased } from './refuse-erased.ts';
export type { ErasedSubjects } from './refuse-erased.ts';
export { createSubjectService } from './subject-service.ts';
export type { SubjectService } from './subject-service.ts';
