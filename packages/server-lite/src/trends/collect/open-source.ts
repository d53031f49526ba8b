import type { CollectedSource } from '@vua/models/contracts';
import { createInstagramSource } from './instagram/instagram-source.ts';
import { createPinterestSource } from './pinterest/pinterest-source.ts';
import type { CollectWorld, SourceAccess, TrendSource } from './trend-source.ts';

const CREATE: Readonly<Record<CollectedSource, (access: SourceAccess, world: CollectWorld) => TrendSource>> = { instagram: createInstagramSource, pinterest: createPinterestSource };

export const openSource = (source: CollectedSource, access: SourceAccess, world: CollectWorld): TrendSource => CREATE[source](access, world);

/** Pinterest's trial access; Instagram's limits are told by its headers alone. */
export const REQUESTS_PER_DAY: Readonly<Partial<Record<CollectedSource, number>>> = { pinterest: 1000 };
