import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const VSKNN = Type.Literal('vsknn');
const sessionModel = Compile(Type.Object({ shipped: Type.Union([Type.Object({ method: VSKNN }), Type.Object({ method: Type.Literal('blend'), partner: VSKNN })]) }));

/** Whether the files hold what shoppers looked at, session by session, as V-SKNN needs it. Files of live models are public, so a person has to decide about such a model. */
export const holdsSessions = (manifest: unknown): boolean => sessionModel.Check(manifest);
