export { AttributeExtension, VocabularyExtension } from './attribute-extension.ts';
export { BATCH_LIMITS, EventBatch, EventReceipt, EventRejection, EventRejectionCode } from './event-batch.ts';
export { CatalogImportReport, ImportProblem, SizeChartReceipt } from './catalog-import.ts';
export { CatalogSnapshot, FlashSale, SnapshotItem } from './catalog-snapshot.ts';
export { ConsentBatch, ConsentChoice, ConsentPurpose, ConsentReceipt, ConsentRecord, ConsentState } from './consent.ts';
export { EventEnvelope } from './event.ts';
export type { EventBody, EventOf, VuaEvent } from './event.ts';
export { EVENT_DATA } from './event-data.ts';
export type { EventData, EventType } from './event-data.ts';
export { EventItem, EventMoney, EventText } from './event-item.ts';
export { GarmentFit, GarmentStretch, GarmentType } from './garment.ts';
export { CustomerHmac, Identifier, ShopId, SiteKey, TimeOrderedId } from './identifier.ts';
export { LocalizedText } from './localized-text.ts';
export { MeasurementStatistics, StatisticsZone } from './measurement-statistics.ts';
export { STATISTICS_RANGE_CM } from './statistics-range.ts';
export { CanaryShare, DeviceModelKind, LoadedModel, MAX_MODEL_FILES, MAX_MODEL_FILE_BYTES, ModelFile, ModelFileName, ModelKind, ModelMetrics, ModelStatus, ModelVersion, ModelVersionId, ModelVersionList } from './model-version.ts';
export { ModelManifest } from './model-manifest.ts';
export { TrendFitReason, TrendManifest } from './trend-manifest.ts';
export { Money } from './money.ts';
export { priceAt } from './price-at.ts';
export { Problem, ProblemCode } from './problem.ts';
export { Audience, Product, ProductColour, ProductList } from './product.ts';
export {
  MAX_RECOMMENDATIONS, RecommendationBadge, RecommendationKind, RecommendationPin, RecommendationReason, RecommendationRules, RecommendationStrategy, Recommendations,
  RecommendedItem, VECTOR_STEPS_PER_UNIT, VectorAnswer, VectorQuery,
} from './recommendation.ts';
export { RecommendationFigures, RecommendationReport } from './recommendation-report.ts';
export { MAX_TABLE_ITEMS, RecommendationTables } from './recommendation-tables.ts';
export { EventPage, QuarantinePage, QuarantinedEvent, RecordedEvent } from './recorded-event.ts';
export { SequenceManifestFields } from './sequence-manifest.ts';
export { SizeCurve, SizeCurveReport } from './size-curve.ts';
export { Erasure, ErasureId, SubjectExport, SubjectId } from './subject.ts';
export { BodyRange, BodyZone, MAX_SIZES, MassRange, SizeChart, SizeRow } from './size-chart.ts';
export {
  HashtagQuestion, HashtagScores, TrendAnswer, TrendCall, TrendChange, TrendHistoryReceipt, TrendLine, TrendPathWeek, TrendPredictions, TrendQuality, TrendQuestion, TrendSource, TrendTag, TrendTop, TrendWhy,
} from './trend.ts';
export { TrendAccuracy, TrendAccuracyReport, TrendFitVersion, TrendWeeks } from './trend-accuracy.ts';
export { TrendAttribute, TrendAttributeKind, TrendAttributes } from './trend-attributes.ts';
export { CollectedSource, PauseReason, PinterestRegion, TrendQuota, TrendSourceList, TrendSourceReport, TrendSourceSettings } from './trend-sources.ts';
