export { GarmentFit, GarmentStretch, GarmentType } from './garment.ts';
export { Identifier } from './identifier.ts';
export { LocalizedText } from './localized-text.ts';
export { Money } from './money.ts';
export { Problem, ProblemCode } from './problem.ts';
export { Audience, Product, ProductColour, ProductList } from './product.ts';
export { BodyRange, BodyZone, MAX_SIZES, MassRange, SizeChart, SizeRow } from './size-chart.ts';
