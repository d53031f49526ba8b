import { hash } from 'node:crypto';

/**
 * What stays of an erased subject, so that its later events are refused: SHA-256 over the tenant, a line feed and the subject, as 64
 * hexadecimal digits. Subjects are random ids or HMACs, so none can be guessed back. Both as `storedString` gives them; migrations 0002 and 0007 compute the same.
 */
export const subjectHash = (tenantId: string, subject: string): string => hash('sha256', `${tenantId}\n${subject}`);
