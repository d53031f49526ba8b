import type { PauseReason, TrendAttributeKind, TrendCall, TrendFitVersion, TrendQuality, TrendSource, TrendSourceReport } from '@vua/models/contracts';
import type { Doubt } from '../trends/doubts-of.ts';

export const TREND_TEXTS_VI = {
  places: { events: 'Sự kiện', trends: 'Xu hướng' },
  placesLabel: 'Các trang',
  title: 'Xu hướng',
  lead: 'Từ khóa nào sẽ được mặc nhiều hơn trong 13 tuần tới, và chắc đến đâu. Dự báo có thể sai: trang này cũng cho biết đã sai bao nhiêu.',
  forbidden: 'Khóa này không được phép xem xu hướng. Cần quyền insights:read.',
  old: (week: string, weeks: string): string => `Số liệu cũ: tuần mới nhất bắt đầu ngày ${week}, cách đây ${weeks} tuần. Mọi dự báo dưới đây bắt đầu từ đó. Chúng cho biết điều gì đã dễ xảy ra khi ấy, không phải hôm nay. Nạp các tuần mới hơn để có dự báo cho hôm nay.`,
  notLearned: 'Máy chủ chưa học từ số liệu của bạn: khoảng dự báo còn rộng. Việc học tự chạy trong vòng một giờ.',

  lists: 'Từ khóa',
  classes: { rising: 'Đang lên', falling: 'Đang xuống', flat: 'Giữ mức', uncertain: 'Chưa rõ' } satisfies Record<TrendCall, string> as Record<TrendCall, string>,
  classesLabel: 'Hướng',
  classNotes: {
    rising: 'Dự báo tăng trên 15%, với khả năng ít nhất 70%.',
    falling: 'Dự báo giảm trên 15%, với khả năng ít nhất 70%.',
    flat: 'Dự báo thay đổi không quá 15%, với khả năng ít nhất 70%.',
    uncertain: 'Không hướng nào đạt khả năng 70%, nên không nói hướng nào.',
  } satisfies Record<TrendCall, string> as Record<TrendCall, string>,
  noneListed: 'Hiện không có từ khóa nào ở đây.',
  onlyFirst: (count: string): string => `Chỉ hiện ${count} từ khóa thay đổi nhiều nhất.`,
  columns: { tag: 'Từ khóa', change: 'Thay đổi', chance: 'Khả năng', score: 'Điểm' },
  scoreNote: 'Điểm 0–100: 50 là giữ mức, 100 là chắc chắn tăng, 0 là chắc chắn giảm.',
  lineNote: (confidence: string, source: string, week: string): string => `độ tin cậy ${confidence} · ${source} · đến ${week}`,
  confidences: { normal: 'bình thường', reduced: 'vừa phải', low: 'thấp' } satisfies Record<TrendQuality['confidence'], string> as Record<TrendQuality['confidence'], string>,
  sources: { instagram: 'Instagram', pinterest: 'Pinterest', csv: 'tệp CSV', shop: 'cửa hàng này' } satisfies Record<TrendSource, string> as Record<string, string>,
  kinds: { colour: 'màu', fabric: 'chất liệu', garment: 'loại đồ', pattern: 'họa tiết', silhouette: 'dáng' } satisfies Record<TrendAttributeKind, string> as Record<TrendAttributeKind, string>,
  search: 'Tìm từ khóa', searchHint: 'Ví dụ: linen, váy midi', show: 'Xem',

  tagLoading: (tag: string): string => `Đang tải ${tag}…`,
  unknown: (tag: string): string => `Không có số liệu nào về “${tag}”.`,
  nearest: 'Có thể bạn muốn tìm:',
  noneNear: 'Không có từ khóa nào viết gần giống.',
  tooShort: 'Mới thấy từ khóa này chưa đến bốn tuần: còn quá sớm để dự báo.',
  calls: {
    rising: (change: string, week: string): string => `Nhiều khả năng tăng: khoảng ${change} trong 13 tuần sau ${week}.`,
    falling: (change: string, week: string): string => `Nhiều khả năng giảm: khoảng ${change} trong 13 tuần sau ${week}.`,
    flat: (change: string, week: string): string => `Nhiều khả năng giữ mức: khoảng ${change} trong 13 tuần sau ${week}.`,
    uncertain: (change: string, week: string): string => `Chưa rõ hướng: khoảng ${change} trong 13 tuần sau ${week}, nhưng cũng có thể khác.`,
  } satisfies Record<TrendCall, (change: string, week: string) => string> as Record<TrendCall, (change: string, week: string) => string>,
  ranges: (narrow: string, wide: string): string => `8 trên 10 lần nằm trong khoảng ${narrow}; 19 trên 20 lần trong khoảng ${wide}.`,
  range: (low: string, high: string): string => `${low} đến ${high}`,
  facts: { rises: 'Khả năng tăng', flat: 'Khả năng giữ mức', falls: 'Khả năng giảm', score: 'Điểm, 0–100', baseline: 'Nếu năm trước lặp lại', confidence: 'Độ tin cậy', history: 'Lịch sử' },
  weeks: (count: string): string => `${count} tuần`,
  doubts: {
    uncertain: () => 'Không hướng nào đạt khả năng 70%. Đừng mua hàng chỉ dựa vào số này.',
    'low-confidence': ({ historyWeeks }) => `Lịch sử chỉ có ${historyWeeks} tuần, dưới nửa năm: sai số có thể gấp đôi. Chỉ nên coi là gợi ý.`,
    'reduced-confidence': ({ historyWeeks, missing }) => `Lịch sử chỉ có ${historyWeeks} tuần hoặc thiếu nhiều tuần (thiếu ${missing}): kém chắc hơn bình thường.`,
    'borrowed-season': () => 'Chưa đủ một năm số liệu: mùa được mượn từ các từ khóa giống nó.',
    old: ({ week, ageWeeks }) => `Số liệu dừng ở tuần ${week}, cách đây ${ageWeeks} tuần. Dự báo bắt đầu từ đó, không phải từ hôm nay.`,
    'no-base': () => '13 tuần gần nhất không thấy gì, nên không tính được thay đổi.',
    zeros: ({ zeros }) => `${zeros} số tuần bằng 0: số nhỏ thì dự báo kém chắc.`,
  } satisfies Record<Doubt, (facts: DoubtFacts) => string> as Record<Doubt, (facts: DoubtFacts) => string>,
  doubtsTitle: 'Điều cần lưu ý',
  why: 'Vì sao',
  reasons: {
    season: (change: string): string => `Riêng mùa vụ sẽ làm thay đổi ${change}.`,
    momentum: (change: string): string => `8 tuần gần nhất so với cùng kỳ năm trước: ${change}.`,
    level: (amount: string): string => `Trung bình 13 tuần gần nhất: ${amount} mỗi tuần.`,
  },
  similar: 'Từ khóa thay đổi cùng nhịp:',

  horizon: 'Xem trước', horizonWeeks: (weeks: string): string => `${weeks} tuần`,
  horizonNote: 'Càng xa càng kém chắc.',
  weeksChart: (tag: string): string => `${tag}: đã thấy và dự báo`,
  weeksChartUnit: (source: string): string => `Mỗi tuần, theo đơn vị của ${source}`,
  weeksChartDescription: ({ seenFrom, seenTo, last, ahead, end, narrow }: WeeksSummary): string => `Đã thấy từ ${seenFrom} đến ${seenTo}, cuối cùng ${last}. Dự báo đến ${end}: ${ahead}, 8 trên 10 lần trong khoảng ${narrow}.`,
  legend: { seen: 'đã thấy', ahead: 'dự báo', band80: '8 trên 10 lần', band95: '19 trên 20 lần', baseline: 'năm trước lặp lại', told: 'đã dự báo', came: 'đã xảy ra', limit: 'mức phải học lại', error: 'dự báo này' },
  week: 'Tuần',
  pointSeen: (week: string, value: string): string => `Tuần ${week}: đã thấy ${value}.`,
  pointGap: (week: string): string => `Tuần ${week}: không có số liệu.`,
  pointAhead: (week: string, value: string, narrow: string, wide: string, baseline: string): string => `Tuần ${week}: dự báo ${value}; 8 trên 10 lần ${narrow}; 19 trên 20 lần ${wide}; năm trước ${baseline}.`,
  asTable: 'Xem bằng bảng',

  past: 'Dự báo trước đây và điều đã xảy ra',
  pastNote: 'Mỗi cột là một lần dự báo: mức thay đổi đã dự báo cho 13 tuần tiếp theo, và mức thật.',
  pastBackTest: 'Các dự báo này được thử lại trên lịch sử, mô hình chưa thấy các tuần đó; chúng chưa từng được đưa ra.',
  noPast: 'Chưa có dự báo nào. Dự báo được ghi lại từ lần học đầu tiên, và được chấm sau 13 tuần.',
  pastDescription: (count: string, judged: string, held: string): string => `${count} dự báo, ${judged} đã có kết quả; ${held} nằm trong khoảng 8 trên 10.`,
  pastColumns: { week: 'Từ tuần', told: 'Đã dự báo', range: '8 trên 10 lần', came: 'Đã xảy ra', call: 'Hướng đã nói' },
  open: 'chưa biết',

  accuracy: 'Dự báo đúng đến đâu',
  accuracyNote: 'Dự báo lệch trung bình bao nhiêu điểm phần trăm so với thay đổi thật, trong một năm gần nhất. Thấp hơn là tốt hơn; phải thấp hơn “năm trước lặp lại” mới có ích.',
  noAccuracy: 'Chưa có dự báo nào được chấm. Sau lần học đầu tiên, năm cuối của lịch sử được thử lại và hiện ở đây.',
  accuracySentence: (error: string, baseline: string, judged: string): string => `Lệch trung bình ${error}, còn “năm trước lặp lại” lệch ${baseline}, qua ${judged} dự báo.`,
  points: (value: string): string => `${value} điểm`,
  errorChart: 'Độ lệch trung bình theo tuần, điểm phần trăm',
  errorDescription: (from: string, to: string, lowest: string, highest: string): string => `Từ ${from} đến ${to}, độ lệch từ ${lowest} đến ${highest}. Trên 15 điểm thì máy chủ học lại.`,
  figures: { source: 'Nguồn', judged: 'Đã chấm', error: 'Lệch TB', baseline: 'Năm trước lặp lại', right: 'Hướng nói đúng', called: 'Có nói hướng', within80: 'Trong khoảng 8/10', within95: 'Trong khoảng 19/20' },
  all: 'Tất cả',
  versions: 'Các phiên bản dự báo',
  versionsNote: 'Phiên bản mới chỉ được dùng khi lệch ít hơn phiên bản đang dùng, thử trên nửa năm cuối. Kết quả thật làm các khoảng rộng ra hay hẹp lại: mỗi lần như thế cũng là một phiên bản.',
  noVersions: 'Chưa có phiên bản nào: máy chủ học lần đầu trong vòng một giờ sau khi nạp lịch sử.',
  versionColumns: { version: 'Phiên bản', made: 'Lúc', status: 'Trạng thái', reason: 'Vì sao', error: 'Lệch khi thử', live: 'Bản đang dùng', baseline: 'Năm trước lặp lại' },
  statuses: { active: 'đang dùng', retired: 'đã dùng', rejected: 'không dùng', candidate: 'chưa dùng', canary: 'dùng thử' } satisfies Record<TrendFitVersion['status'], string> as Record<TrendFitVersion['status'], string>,
  fitReasons: { first: 'lần đầu', 'more-series': 'nhiều từ khóa mới', weekly: 'mỗi tuần', 'mean-error': 'lệch quá nhiều', 'squared-error': 'lệch tăng lên', outcomes: 'theo kết quả thật' } satisfies Record<TrendFitVersion['reason'], string> as Record<TrendFitVersion['reason'], string>,

  freshness: 'Số liệu mới đến đâu',
  newest: (week: string): string => `tuần mới nhất: ${week}`,
  ages: { current: 'mới', last: 'cách đây 1 tuần', weeks: (weeks: string): string => `cách đây ${weeks} tuần` },
  collectors: 'Nơi thu thập',
  noCollectors: 'Chưa nối nguồn nào. Số liệu đến từ tệp bạn nạp.',
  collectorStatuses: { active: 'đang chạy', paused: 'tạm dừng' } satisfies Record<TrendSourceReport['status'], string> as Record<string, string>,
  pauses: { 'token-revoked': 'mã truy cập đã bị thu hồi', 'permission-missing': 'thiếu quyền', 'token-unreadable': 'không đọc được mã truy cập' } satisfies Record<PauseReason, string> as Record<string, string>,
  quota: 'Hạn mức đã dùng', quotaRequests: (used: string, limit: string): string => `${used} / ${limit} lượt hỏi hôm nay`, quotaHashtags: (used: string, limit: string): string => `${used} / ${limit} hashtag trong 7 ngày`,
  lastSuccess: (ago: string): string => `lần thành công gần nhất: ${ago}`,
  neverSucceeded: 'chưa lần nào thành công',
  heldTags: (count: string): string => `từ khóa đang chờ: ${count}`,

  empty: 'Chưa có xu hướng nào để xem.',
  emptyLead: 'Nạp lịch sử theo tuần của các từ khóa, mỗi từ khóa ít nhất bốn tuần; tốt nhất là hai năm. Dưới nửa năm, dự báo chỉ là gợi ý.',
  emptyFile: 'Tệp CSV: mỗi hàng là một tuần (ngày đầu tuần trước tiên), mỗi cột là một từ khóa; ô trống là tuần không thấy.',
  emptyCommand: 'Gửi tệp bằng khóa có quyền catalog:write (khóa của trang này chỉ được đọc):',
  emptyAfter: 'Dự báo có ngay sau khi nạp. Trong vòng một giờ, máy chủ học từ lịch sử và cho biết đã có thể sai bao nhiêu.',
  reload: 'Tải lại',
};

export interface DoubtFacts {
  readonly historyWeeks: string;
  readonly missing: string;
  readonly zeros: string;
  readonly ageWeeks: string;
  readonly week: string;
}

export interface WeeksSummary {
  readonly seenFrom: string;
  readonly seenTo: string;
  readonly last: string;
  readonly ahead: string;
  readonly end: string;
  readonly narrow: string;
}

/** Every text about trends. */
export type TrendTexts = typeof TREND_TEXTS_VI;
