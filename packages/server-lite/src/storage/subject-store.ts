/** What one module keeps of a subject: an anonymous id (UUID version 7) or the HMAC of a shop's customer. */
export interface SubjectStore {
  /** For proofs and exports, such as `events`. */
  readonly name: string;
  /** Deletes what it keeps of the subject, for good; harmless when repeated. Resolves with the number of deleted records. */
  eraseSubject(tenantId: string, subject: string): Promise<number>;
  /** All it keeps of the subject, as JSON values. */
  exportSubject(tenantId: string, subject: string): Promise<readonly unknown[]>;
}
